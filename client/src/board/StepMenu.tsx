import { Check, ChevronDown, Circle, CircleDot } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Screen } from '../commands/command.ts'
import { useNow, useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { clockFace, secondsLeft } from '../ui/clockTime.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import styles from './StepMenu.module.css'
import type { StageView } from './useStageView.ts'

/** The stage bar of a phone: the step one looks at, the time that is left, and the other steps behind it. */
export const StepMenu = ({ view, screen }: { view: StageView; screen: Screen }) => {
  const { t } = useTranslation('board')
  const process = useProcess()
  const titleOf = useStepTitle()
  const left = secondsLeft(process, useNow())
  const presentAt = process.steps.findIndex(step => step.id === view.present.id)
  const time = left === null ? null : left === 0 ? t('clock.over') : t('clock.left', { time: clockFace(left) })
  const shown = screen.face === 'stage' ? titleOf(view.viewed) : t(`face.${screen.face}`)
  return (
    <Menu
      label={t('steps.go')}
      placement="bottom start"
      trigger={
        <AriaButton className={classes(styles.button)}>
          <span className={styles.words}>{time === null ? shown : `${shown} · ${time}`}</span>
          <ChevronDown aria-hidden="true" />
        </AriaButton>
      }
    >
      {process.steps.map((step, i) => (
        <MenuItem
          key={step.id}
          label={titleOf(step)}
          icon={
            i < presentAt ? (
              <Check aria-hidden="true" />
            ) : i === presentAt ? (
              <CircleDot aria-hidden="true" />
            ) : (
              <Circle aria-hidden="true" />
            )
          }
          {...(i === presentAt && { description: t('steps.present') })}
          onAction={() => {
            view.look(step.id)
            screen.showFace('stage')
          }}
        />
      ))}
    </Menu>
  )
}
