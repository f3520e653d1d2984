import { isRunning } from '@jointly/board'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenPanel } from '../commands/openPanel.ts'
import { PROBE } from '../rounds/probe.ts'
import { useNow, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { clockFace } from '../ui/clockTime.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import { ClockControls } from './ClockControls.tsx'
import { ClosingDialog } from './ClosingDialog.tsx'
import styles from './Console.module.css'
import type { StageView } from './useStageView.ts'

/** How long people are warned before something closes. */
const WARN_SECONDS = [30, 60, 120] as const

/** What a facilitator does for everybody: the step, the clock, who may write, the layout. */
export const Console = ({ view, onClose }: { view: StageView; onClose: () => void }) => {
  const { t } = useTranslation('facilitation')
  return (
    <aside className={styles.console} aria-label={t('title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('title')}</h2>
        <IconButton label={t('close')} onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <Group title={t('step')}>
        <StepControls view={view} />
      </Group>
      <Group title={t('clock')}>
        <ClockControls />
      </Group>
      <Group title={t('pulse')}>
        <PulseControls />
      </Group>
      <Group title={t('writing')}>
        <WritingControls />
      </Group>
      <Group title={t('layout')}>
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
  const { t } = useTranslation('facilitation')
  const { steps } = useProcess()
  const titleOf = useStepTitle()
  const { take, isPending } = useMove()
  const at = steps.findIndex(step => step.id === present.id)
  const offered = [viewed, steps[at + 1], steps[at - 1]].filter(
    (step, i, all) => step !== undefined && step.id !== present.id && all.findIndex(one => one?.id === step.id) === i,
  )
  return (
    <>
      <p className={styles.note}>{t('stepNow', { step: titleOf(present) })}</p>
      {offered.map(
        step =>
          step !== undefined && (
            <Button key={step.id} isDisabled={isPending} onPress={() => take({ type: 'stage.open', stage: step.id })}>
              {t('openStep', { step: titleOf(step) })}
            </Button>
          ),
      )}
      <OnlyControls step={viewed} />
    </>
  )
}

/** One step alone, after a warning that is chosen in a dialog of its own. */
const OnlyControls = ({ step }: { step: StageView['viewed'] }) => {
  const { t } = useTranslation('facilitation')
  const { stage } = useProcess()
  const { take, isPending } = useMove()
  const [isClosing, setClosing] = useState(false)
  return (
    <>
      <Button onPress={() => setClosing(true)}>{t('only')}</Button>
      {stage.only && (
        <Button isDisabled={isPending} onPress={() => take({ type: 'stage.open', stage: stage.step })}>
          {t('onlyEnd')}
        </Button>
      )}
      {isClosing && <ClosingDialog step={step.id} onClose={() => setClosing(false)} />}
    </>
  )
}

/** It is asked from here, and from the menu by a co-chair. */
const PulseControls = () => {
  const { t } = useTranslation('facilitation')
  const open = useOpenPanel()
  const may = useMay()
  const mayAsk = may({ type: 'round.open', round: PROBE, kind: 'pulse', anonymity: 'named' })
  const runs = useProcess()
    .rounds.values()
    .some(round => round.kind === 'pulse' && isRunning(round))
  return (
    <>
      <p className={styles.note}>{t(runs ? 'pulseRuns' : 'pulseMeans')}</p>
      {mayAsk && <Button onPress={() => open('pulse')}>{t('askPulse')}</Button>}
    </>
  )
}

const WritingControls = () => {
  const { t } = useTranslation('facilitation')
  const { t: board } = useTranslation('board')
  const { pause } = useProcess()
  const now = useNow()
  const { take, isPending } = useMove()
  if (pause === null)
    return (
      <>
        <p className={styles.note}>{t('writingOn')}</p>
        <div className={styles.row}>
          <Button small isDisabled={isPending} onPress={() => take({ type: 'editing.pause', warnSeconds: 0 })}>
            {t('pauseNow')}
          </Button>
          {WARN_SECONDS.map(warnSeconds => (
            <Button
              key={warnSeconds}
              small
              isDisabled={isPending}
              onPress={() => take({ type: 'editing.pause', warnSeconds })}
            >
              {t('pauseIn', { time: clockFace(warnSeconds) })}
            </Button>
          ))}
        </div>
      </>
    )
  const leftMs = Date.parse(pause.from) - now
  return (
    <>
      <p className={styles.note}>
        {leftMs > 0 ? board('pause.soon', { time: clockFace(Math.ceil(leftMs / 1_000)) }) : board('pause.now')}
      </p>
      <Button isPending={isPending} onPress={() => take({ type: 'editing.resume' })}>
        {t(leftMs > 0 ? 'keepWriting' : 'resume')}
      </Button>
    </>
  )
}

const LayoutControls = () => {
  const { t } = useTranslation('facilitation')
  const { locked } = useProcess()
  const { take, isPending } = useMove()
  return (
    <>
      <p className={styles.note}>{t(locked ? 'locked' : 'unlocked')}</p>
      <Button isPending={isPending} onPress={() => take({ type: locked ? 'layout.unlock' : 'layout.lock' })}>
        {t(locked ? 'unlock' : 'lock')}
      </Button>
    </>
  )
}
