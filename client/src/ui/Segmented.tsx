import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Segmented.module.css'

export type SegmentedProps<Id extends string> = {
  label: string
  value: Id
  onChange: (value: Id) => void
  options: readonly { id: Id; label: string; icon?: React.ReactNode }[]
  isDisabled?: boolean
}

/** One of a few, all in sight: whiteboard, stage or list. */
export const Segmented = <Id extends string>({ label, value, onChange, options, isDisabled }: SegmentedProps<Id>) => (
  <ToggleButtonGroup
    aria-label={label}
    className={classes(styles.group)}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    isDisabled={isDisabled ?? false}
    onSelectionChange={keys => {
      const chosen = options.find(option => keys.has(option.id))
      if (chosen !== undefined) onChange(chosen.id)
    }}
  >
    {options.map(option => (
      <ToggleButton key={option.id} id={option.id} className={classes(styles.option)}>
        {option.icon}
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
