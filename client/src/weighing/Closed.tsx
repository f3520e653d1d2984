import { ROLES, type Round, type Side } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { takeMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { useReply } from '../session/useReply.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { CancelButton } from './Answered.tsx'
import { viewOf, type WeighedRound } from './kindViews.tsx'
import styles from './Weighing.module.css'

/** Nobody answers any more: one's own side's result, and what the joint one still waits for. */
export const Closed = ({ round }: { round: WeighedRound }) => {
  const me = useMe()
  const { sides } = useProcess()
  const mine = sides.find(({ id }) => id === me.side)
  return (
    <section className={styles.closed}>
      <Waiting round={round} mine={mine} />
      {mine !== undefined && ROLES[me.role].counted && <Own round={round} side={mine} />}
      <CancelButton round={round} />
    </section>
  )
}

/** By what the joint result is held: sides that have yet to release, rules that are not in force, or a silent side. */
export const Waiting = ({ round, mine }: { round: Round; mine: Side | undefined }) => {
  const { t, i18n } = useTranslation('weighing')
  const { sides, rules } = useProcess()
  const deciding = sides.filter(({ id, decides }) => (round.of === null ? decides : id === round.of))
  const releases = round.state.is === 'closed' ? round.state.releases : new Map()
  const listed = (some: readonly Side[]) => new Intl.ListFormat(i18n.language).format(some.map(({ name }) => name))
  const answered = new Set(round.answered.values())
  const silent = deciding.filter(({ id }) => !answered.has(id))
  const awaited = listed(deciding.filter(({ id }) => !releases.has(id)))
  if (silent.length > 0) return <Banner>{t('closed.silent', { sides: listed(silent) })}</Banner>
  if (rules.inForce === null) return <Banner>{t('closed.rules')}</Banner>
  if (round.of !== null) return <Banner>{t('closed.ownSide')}</Banner>
  if (mine !== undefined && releases.has(mine.id)) return <Banner>{t('closed.youReleased', { sides: awaited })}</Banner>
  return (
    <Banner>
      {t('closed.wait')}{' '}
      {deciding
        .filter(({ id }) => releases.has(id))
        .map(({ name }) => t('closed.released', { side: name }))
        .join(' ')}{' '}
      {t('closed.waits', { sides: awaited })}
    </Banner>
  )
}

const Own = ({ round, side }: { round: WeighedRound; side: Side }) => {
  const { t } = useTranslation('weighing')
  const session = useSession()
  const [answer] = useReply('round', { params: { id: session.opened.board.id, round: round.id }, as: session.id })
  const may = useMay()
  const [isReleasing, setReleasing] = useState(false)
  if (answer.state === 'loading') return <Loading />
  const own = answer.state === 'ready' ? answer.reply.own : null
  if (own === null) return null
  const { Own: OwnResult } = viewOf(round)
  return (
    <section className={styles.panel} aria-label={t('closed.title')}>
      <header className={styles.headed}>
        <div>
          <h3 className={styles.panelTitle}>{t('closed.title')}</h3>
          <p className={styles.note}>
            {t(`kind.${round.kind}.short`)}. {t('closed.alone')}
          </p>
        </div>
        {may({ type: 'round.release', round: round.id }) && (
          <Button variant="primary" onPress={() => setReleasing(true)}>
            {t('closed.release')}
          </Button>
        )}
      </header>
      <OwnResult round={round} side={side} own={own} />
      {isReleasing && <ReleaseDialog round={round} onClose={() => setReleasing(false)} />}
    </section>
  )
}

const DEPTHS = ['withSpread', 'meansOnly'] as const

const ReleaseDialog = ({ round, onClose }: { round: Round; onClose: () => void }) => {
  const { t } = useTranslation('weighing')
  const session = useSession()
  const [depth, setDepth] = useState<(typeof DEPTHS)[number]>('withSpread')
  return (
    <ConfirmDialog
      title={t('closed.releaseTitle')}
      confirm={t('closed.release')}
      onConfirm={async () => {
        const spread = depth === 'withSpread' ? { spread: true as const } : {}
        await takeMove(session, { type: 'round.release', round: round.id, ...spread })
        return null
      }}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{t(round.of === null ? 'closed.releaseWhat' : 'closed.releaseOwn')}</p>
        <Choices
          label={t('closed.depth')}
          value={depth}
          onChange={setDepth}
          options={DEPTHS.map(id => ({ id, label: t(`closed.${id}`), description: t(`closed.${id}Means`) }))}
        />
        <p className={styles.note}>{t('closed.hold')}</p>
      </div>
    </ConfirmDialog>
  )
}
