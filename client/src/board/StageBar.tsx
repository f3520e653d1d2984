import type { Step, StepId } from '@jointly/board'
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaceId } from '../commands/command.ts'
import { useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import { FACES } from './faces.ts'
import styles from './StageBar.module.css'
import type { StageView } from './useStageView.ts'

type StageBarProps = { view: StageView; face: FaceId; onFace: (face: FaceId) => void }

/** The process across the board: done steps ticked, the open one filled, the one being looked at underlined. */
export const StageBar = ({ view, face, onFace }: StageBarProps) => {
  const { t } = useTranslation('board')
  const { steps } = useProcess()
  const presentAt = steps.findIndex(step => step.id === view.present.id)
  const bar = useRef<HTMLOListElement>(null)
  const shown = face === 'stage' ? view.viewed.id : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is in sight
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (here && bar.current)
      bar.current.scrollLeft = here.offsetLeft - bar.current.clientWidth / 2 + here.offsetWidth / 2
  }, [shown])

  return (
    <div className={styles.bar}>
      <nav className={styles.nav} aria-label={t('steps.label')}>
        <ol className={styles.steps} ref={bar}>
          {steps.map((step, i) => (
            <li key={step.id}>
              <StepButton
                step={step}
                number={i + 1}
                state={i === presentAt ? 'present' : i < presentAt ? 'done' : 'ahead'}
                isViewed={step.id === shown}
                onLook={id => {
                  view.look(id)
                  onFace('stage')
                }}
              />
            </li>
          ))}
        </ol>
      </nav>
      <Segmented
        label={t('face.label')}
        value={face}
        onChange={onFace}
        options={FACES.map(id => ({ id, label: t(`face.${id}`) }))}
      />
    </div>
  )
}

type StepButtonProps = {
  step: Step
  number: number
  state: 'done' | 'present' | 'ahead'
  isViewed: boolean
  onLook: (step: StepId) => void
}

const StepButton = ({ step, number, state, isViewed, onLook }: StepButtonProps) => {
  const { t } = useTranslation('board')
  const titleOf = useStepTitle()
  return (
    <button
      type="button"
      className={classes(styles.step, isViewed && styles.viewed)}
      {...(isViewed && { 'aria-current': 'page' as const })}
      onClick={() => onLook(step.id)}
    >
      <span className={classes(styles.number, styles[state])} aria-hidden="true">
        {state === 'done' ? <Check /> : number}
      </span>
      {titleOf(step)}
      {state !== 'ahead' && <span className="unseen"> ({t(`steps.${state}`)})</span>}
    </button>
  )
}
