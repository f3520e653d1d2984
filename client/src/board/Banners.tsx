import type { Step } from '@jointly/board'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screen } from '../commands/command.ts'
import { withWords } from '../i18n/language.ts'
import { AcceptanceBanner } from '../people/Awaited.tsx'
import { RulesBanner } from '../rules/RulesBanner.tsx'
import { useBlock, useMe, useNow, useProcess, useReadable, useSaveState, useSession } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { clockFace } from '../ui/clockTime.ts'
import { onDemand } from '../ui/onDemand.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import styles from './Banners.module.css'
import type { StageView } from './useStageView.ts'

const RoundLines = lazy(async () => ({
  default: (await withWords('rounds', import('../rounds/RoundLines.tsx'))).RoundLines,
}))
const PulseBanner = lazy(async () => ({
  default: (await withWords(['pulse', 'rounds'], import('../pulse/PulseBanner.tsx'))).PulseBanner,
}))

const ClosingBanner = onDemand(async () => ({ default: (await import('./ClosingBanner.tsx')).ClosingBanner }))
const CaucusBanner = onDemand(async () => ({ default: (await import('../caucus/CaucusBanner.tsx')).CaucusBanner }))

/** What holds for the whole board now. */
export const Banners = ({ view, screen }: { view: StageView; screen: Screen }) => (
  <div className={styles.banners}>
    <OfflineBanner />
    <RenewingBanner />
    <PauseBanner />
    <StageAlone />
    <ObserverBanner />
    <AcceptanceBanner />
    <RulesBanner />
    <SidesAway />
    <PulseLine />
    <OpenRounds view={view} screen={screen} />
    <InvitedBanner view={view} />
  </div>
)

/** A stage that alone is open, or will be. */
const StageAlone = () => useProcess().stage.only && <ClosingBanner />

/** Sides that are in their caucus. */
const SidesAway = () => useProcess().caucuses.size > 0 && <CaucusBanner />

/** Whatever step one is at; nothing of it is fetched before somebody asks. */
const PulseLine = () => {
  const { rounds } = useProcess()
  return (
    rounds.values().some(({ kind }) => kind === 'pulse') && (
      <Suspense>
        <PulseBanner />
      </Suspense>
    )
  )
}

/** Rounds that are open elsewhere. */
const OpenRounds = ({ view: { viewed, look }, screen }: { view: StageView; screen: Screen }) => {
  const { rounds } = useProcess()
  if (!rounds.values().some(({ state }) => state.is === 'open')) return null
  const go = (step: Step) => {
    look(step.id)
    screen.showFace('stage')
  }
  return (
    <Suspense>
      <RoundLines viewed={screen.face === 'stage' ? viewed.stage : null} onGo={go} />
    </Suspense>
  )
}

const OfflineBanner = () => {
  const { t } = useTranslation('board')
  const state = useSaveState()
  return state.is !== 'offline' ? null : (
    <Banner kind="bad">
      {state.waiting === 0
        ? t('offline.nothing')
        : t(state.kept ? 'offline.kept' : 'offline.waiting', { count: state.waiting })}
    </Banner>
  )
}

const RenewingBanner = () => {
  const { t } = useTranslation('board')
  const { is } = useReadable(useSession().status)
  return is === 'renewing' ? <Banner>{t('renewing')}</Banner> : null
}

const PauseBanner = () => {
  const { t } = useTranslation('board')
  const { pause, members } = useProcess()
  const now = useNow()
  const block = useBlock()
  if (pause === null) return null
  // The pause holds here a moment before it does on the server.
  const leftMs = block === 'paused' ? 0 : Date.parse(pause.from) - now
  const by = members.get(pause.by)?.name
  return (
    <Banner>
      {leftMs > 0 ? (
        <span role="timer">{t('pause.soon', { time: clockFace(Math.ceil(leftMs / 1_000)) })}</span>
      ) : (
        <>
          {t('pause.now')} {by !== undefined && t('pause.by', { name: by })}
        </>
      )}
    </Banner>
  )
}

const ObserverBanner = () => {
  const { t } = useTranslation('refusals')
  const me = useMe()
  return me.role === 'observer' ? <Banner>{t('block.observer')}</Banner> : null
}

/** Another step was opened while this person was busy: told, and not moved. */
const InvitedBanner = ({ view: { invited, look, stay } }: { view: StageView }) => {
  const { t } = useTranslation('board')
  const titleOf = useStepTitle()
  return invited === null ? null : (
    <Banner
      action={
        <span className={styles.actions}>
          <Button small variant="plain" onPress={stay}>
            {t('steps.stay')}
          </Button>
          <Button small onPress={() => look(invited.step.id)}>
            {t('steps.goThere')}
          </Button>
        </span>
      }
    >
      {t('steps.opened', { name: invited.by, step: titleOf(invited.step) })}
    </Banner>
  )
}
