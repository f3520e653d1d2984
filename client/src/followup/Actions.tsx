import { type Action, closedActions, openActions } from '@jointly/board'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { ActionRow } from './ActionRow.tsx'
import styles from './FollowUp.module.css'

/** What is open, the earliest due first; what is over, folded away below. */
export const Actions = () => {
  const { t } = useTranslation('followUp')
  const process = useProcess()
  const me = useMe()
  const may = useMay()
  const [edited, setEdited] = useState<Action | 'new' | null>(null)
  const open = openActions(process)
  const over = closedActions(process)
  const mayAdd = may({ type: 'action.add', action: { what: '?', owners: [me.id], due: '2000-01-01', traces: [] } })
  const add = mayAdd && (
    <Button variant={open.length === 0 ? 'primary' : 'quiet'} onPress={() => setEdited('new')}>
      <Plus aria-hidden="true" />
      {t('actions.add')}
    </Button>
  )
  return (
    <>
      <div className={styles.headed}>
        <h3 className={styles.title}>{t('actions.title')}</h3>
        {open.length + over.length > 0 && add}
      </div>
      {open.length + over.length === 0 && (
        <EmptyState purpose={t('actions.empty')} rule={t('actions.rule')} example={t('actions.example')}>
          {add}
        </EmptyState>
      )}
      {open.length > 0 && (
        <ul className={styles.list}>
          {open.map(action => (
            <ActionRow key={action.id} action={action} onEdit={() => setEdited(action)} />
          ))}
        </ul>
      )}
      {open.length === 0 && over.length > 0 && <p className={styles.note}>{t('actions.allOver')}</p>}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{t('actions.over', { count: over.length })}</summary>
          <ul className={styles.list}>
            {over.map(action => (
              <ActionRow key={action.id} action={action} onEdit={() => setEdited(action)} />
            ))}
          </ul>
        </details>
      )}
      {edited !== null && <ActionDialog action={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}
