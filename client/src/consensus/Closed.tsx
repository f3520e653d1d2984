import { ROLES, type Round } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { takeMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { useReply } from '../session/useReply.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { CancelButton } from '../weighing/Answered.tsx'
import { Waiting } from '../weighing/Closed.tsx'
import { BySide } from './BySide.tsx'
import styles from './Consensus.module.css'

/** Nobody signals any more: where one's own side stands, and what the joint result still waits for. */
export const Closed = ({ round }: { round: Round }) => {
  const me = useMe()
  const { sides } = useProcess()
  const mine = sides.find(({ id }) => id === me.side)
  return (
    <>
      <Waiting round={round} mine={mine} />
      {mine !== undefined && ROLES[me.role].counted && <Own round={round} />}
      <div>
        <CancelButton round={round} />
      </div>
    </>
  )
}

const Own = ({ round }: { round: Round }) => {
  const { t } = useTranslation('consensus')
  const session = useSession()
  const may = useMay()
  const [isReleasing, setReleasing] = useState(false)
  const [answer] = useReply('round', { params: { id: session.opened.board.id, round: round.id }, as: session.id })
  if (answer.state === 'loading') return <Loading />
  const own = answer.state === 'ready' ? answer.reply.own : null
  if (own === null || !('outcomes' in own)) return null
  return (
    <section className={styles.own} aria-label={t('closed.title')}>
      <h4 className={styles.title}>{t('closed.title')}</h4>
      <p className={styles.note}>{t('closed.alone')}</p>
      <BySide round={round} result={own} />
      {may({ type: 'round.release', round: round.id }) && (
        <div>
          <Button variant="primary" onPress={() => setReleasing(true)}>
            {t('closed.release')}
          </Button>
        </div>
      )}
      {isReleasing && <ReleaseDialog round={round} onClose={() => setReleasing(false)} />}
    </section>
  )
}

const DEPTHS = ['all', 'standing'] as const

const ReleaseDialog = ({ round, onClose }: { round: Round; onClose: () => void }) => {
  const { t } = useTranslation('consensus')
  const session = useSession()
  const [depth, setDepth] = useState<(typeof DEPTHS)[number]>('all')
  return (
    <ConfirmDialog
      title={t('closed.releaseTitle')}
      confirm={t('closed.release')}
      onConfirm={async () => {
        const spread = depth === 'all' ? { spread: true as const } : {}
        await takeMove(session, { type: 'round.release', round: round.id, ...spread })
        return null
      }}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{t('closed.releaseWhat')}</p>
        {round.anonymity !== 'none' && (
          <Choices
            label={t('closed.depth')}
            value={depth}
            onChange={setDepth}
            options={DEPTHS.map(id => ({ id, label: t(`closed.${id}`), description: t(`closed.${id}Means`) }))}
          />
        )}
        <p className={styles.note}>{t('closed.hold')}</p>
      </div>
    </ConfirmDialog>
  )
}
