import { mustAcknowledge, NO_RULES, type Process, type Rules } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { notify } from '../ui/notices.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import styles from './Rules.module.css'
import { RulesForm } from './RulesForm.tsx'
import { RulesText } from './RulesText.tsx'
import { RulesVersions } from './RulesVersions.tsx'
import { RULE_TEXTS } from './rows.ts'

/** The ground rules: what is proposed, what is in force, and what one may say to it. */
export const RulesDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('rules')
  const process = useProcess()
  const { rules } = process
  const { take, isPending } = useMove()
  const [isWriting, setWriting] = useState(false)
  const form = useId()
  const mine = useMine(process)
  const draft = useDraft()
  const { proposed, inForce } = rules

  const propose = async (wanted: Rules) => {
    if (!(await take({ type: 'rules.propose', rules: wanted }))) return
    notify(t('proposed'), { kind: 'good' })
    setWriting(false)
  }

  /** Whoever has read them goes on with what they came for, unless their side is asked about a change. */
  const acknowledge = async (version: number) => {
    if ((await take({ type: 'rules.acknowledge', version })) && proposed === null) onClose()
  }

  if (isWriting)
    return (
      <Dialog
        wide
        title={t('write')}
        onClose={onClose}
        actions={
          <>
            <Button onPress={() => setWriting(false)}>{t('back')}</Button>
            <Button variant="primary" type="submit" form={form} isPending={isPending}>
              {t('propose')}
            </Button>
          </>
        }
      >
        <p className={styles.note}>{t('writeHelp')}</p>
        <RulesForm id={form} from={proposed?.rules ?? inForce?.rules ?? draft} onPropose={propose} />
      </Dialog>
    )

  return (
    <Dialog
      wide
      isRead
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          {mine.propose && (
            <Button
              variant={proposed === null && inForce === null ? 'primary' : 'quiet'}
              onPress={() => setWriting(true)}
            >
              {t(proposed === null && inForce === null ? 'begin' : 'change')}
            </Button>
          )}
          {mine.acknowledge && inForce !== null && (
            <Button variant="primary" isPending={isPending} onPress={() => void acknowledge(inForce.version)}>
              {t('acknowledge')}
            </Button>
          )}
          {mine.accept && proposed !== null && (
            <Button
              variant="primary"
              isPending={isPending}
              onPress={() => void take({ type: 'rules.accept', version: proposed.version })}
            >
              {t('accept')}
            </Button>
          )}
        </>
      }
    >
      {proposed !== null && <Proposed process={process} />}
      {inForce !== null && (
        <p className={styles.note}>
          {t('inForce', { version: inForce.version })} <RelativeTime at={inForce.since} />
        </p>
      )}
      {proposed === null && inForce === null ? (
        <EmptyState purpose={t('none.purpose')} rule={t('none.rule')} />
      ) : (
        <RulesText
          rules={proposed?.rules ?? inForce?.rules ?? NO_RULES}
          before={proposed === null ? null : (inForce?.rules ?? null)}
        />
      )}
      <RulesVersions />
    </Dialog>
  )
}

/** What I may do to the rules now. */
const useMine = (process: Process) => {
  const may = useMay()
  const member = useMe()
  const { proposed } = process.rules
  return {
    propose: may({ type: 'rules.propose', rules: NO_RULES }),
    accept: proposed !== null && may({ type: 'rules.accept', version: proposed.version }),
    acknowledge: mustAcknowledge(process, member) && member.role !== 'observer',
  }
}

/** What a page of ground rules usually says, for the parties to make their own. */
const useDraft = (): Rules => {
  const { t } = useTranslation('rules')
  const texts = Object.fromEntries(RULE_TEXTS.map(name => [name, t(`draft.${name}`)]))
  return { ...NO_RULES, ...texts }
}

const Proposed = ({ process: { rules, sides, members } }: { process: Process }) => {
  const { t } = useTranslation('rules')
  const { proposed } = rules
  if (proposed === null) return null
  return (
    <section className={styles.proposed}>
      <p>
        <strong>{t('isProposed', { name: members.get(proposed.by)?.name ?? '', version: proposed.version })}</strong>{' '}
        {rules.inForce !== null && t('marked', { version: rules.inForce.version })}
      </p>
      <ul className={styles.sides}>
        {sides
          .filter(side => side.decides)
          .map(side => {
            const by = proposed.accepted.get(side.id)
            return (
              <li key={side.id}>
                <SideMark side={side} size={20} decorative />
                {by === undefined
                  ? t('notAccepted', { side: side.name })
                  : t('acceptedBy', { side: side.name, name: members.get(by)?.name ?? '' })}
              </li>
            )
          })}
      </ul>
    </section>
  )
}
