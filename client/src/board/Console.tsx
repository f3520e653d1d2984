import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNow, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import { ClockControls } from './ClockControls.tsx'
import styles from './Console.module.css'
import { clockFace } from './clockTime.ts'
import type { StageView } from './useStageView.ts'

/** How long people are warned before something closes. */
const WARN_SECONDS = [30, 60, 120] as const

/** What a facilitator does for everybody: the step, the clock, who may write, the layout. */
export const Console = ({ view, onClose }: { view: StageView; onClose: () => void }) => {
  const { t } = useTranslation('board')
  return (
    <aside className={styles.console} aria-label={t('console.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('console.title')}</h2>
        <IconButton label={t('console.close')} onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <Group title={t('console.step')}>
        <StepControls view={view} />
      </Group>
      <Group title={t('console.clock')}>
        <ClockControls />
      </Group>
      <Group title={t('console.writing')}>
        <WritingControls />
      </Group>
      <Group title={t('console.layout')}>
        <LayoutControls />
      </Group>
    </aside>
  )
}

const Group = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className={styles.group} aria-label={title}>
    <h3 className={styles.groupTitle}>{title}</h3>
    {children}
  </section>
)

const StepControls = ({ view: { viewed, present } }: { view: StageView }) => {
  const { t } = useTranslation('board')
  const { steps } = useProcess()
  const titleOf = useStepTitle()
  const { take, isPending } = useMove()
  const at = steps.findIndex(step => step.id === present.id)
  const offered = [viewed, steps[at + 1], steps[at - 1]].filter(
    (step, i, all) => step !== undefined && step.id !== present.id && all.findIndex(one => one?.id === step.id) === i,
  )
  return (
    <>
      <p className={styles.note}>{t('console.stepNow', { step: titleOf(present) })}</p>
      {offered.map(
        step =>
          step !== undefined && (
            <Button key={step.id} isDisabled={isPending} onPress={() => take({ type: 'stage.open', stage: step.id })}>
              {t('console.openStep', { step: titleOf(step) })}
            </Button>
          ),
      )}
      <OnlyControls step={viewed} />
    </>
  )
}

/** The step in sight alone, after a warning; pressed again, the warning begins anew and all have more time. */
const OnlyControls = ({ step }: { step: StageView['viewed'] }) => {
  const { t } = useTranslation('board')
  const { stage } = useProcess()
  const titleOf = useStepTitle()
  const { take, isPending } = useMove()
  const isOnly = stage.only && stage.step === step.id
  return (
    <>
      <p className={styles.note}>{t('console.onlyNote', { step: titleOf(step) })}</p>
      <div className={styles.row}>
        {WARN_SECONDS.map(warnSeconds => (
          <Button
            key={warnSeconds}
            small
            isDisabled={isPending}
            onPress={() => take({ type: 'stage.open', stage: step.id, only: true, warnSeconds })}
          >
            {t('console.onlyIn', { time: clockFace(warnSeconds) })}
          </Button>
        ))}
        {isOnly && (
          <Button small isDisabled={isPending} onPress={() => take({ type: 'stage.open', stage: step.id })}>
            {t('console.onlyEnd')}
          </Button>
        )}
      </div>
    </>
  )
}

const WritingControls = () => {
  const { t } = useTranslation('board')
  const { pause } = useProcess()
  const now = useNow()
  const { take, isPending } = useMove()
  if (pause === null)
    return (
      <>
        <p className={styles.note}>{t('console.writingOn')}</p>
        <div className={styles.row}>
          <Button small isDisabled={isPending} onPress={() => take({ type: 'editing.pause', warnSeconds: 0 })}>
            {t('console.pauseNow')}
          </Button>
          {WARN_SECONDS.map(warnSeconds => (
            <Button
              key={warnSeconds}
              small
              isDisabled={isPending}
              onPress={() => take({ type: 'editing.pause', warnSeconds })}
            >
              {t('console.pauseIn', { time: clockFace(warnSeconds) })}
            </Button>
          ))}
        </div>
      </>
    )
  const leftMs = Date.parse(pause.from) - now
  return (
    <>
      <p className={styles.note}>
        {leftMs > 0 ? t('pause.soon', { time: clockFace(Math.ceil(leftMs / 1_000)) }) : t('pause.now')}
      </p>
      <Button isPending={isPending} onPress={() => take({ type: 'editing.resume' })}>
        {t(leftMs > 0 ? 'console.keepWriting' : 'console.resume')}
      </Button>
    </>
  )
}

const LayoutControls = () => {
  const { t } = useTranslation('board')
  const { locked } = useProcess()
  const { take, isPending } = useMove()
  return (
    <>
      <p className={styles.note}>{t(locked ? 'console.locked' : 'console.unlocked')}</p>
      <Button isPending={isPending} onPress={() => take({ type: locked ? 'layout.unlock' : 'layout.lock' })}>
        {t(locked ? 'console.unlock' : 'console.lock')}
      </Button>
    </>
  )
}
