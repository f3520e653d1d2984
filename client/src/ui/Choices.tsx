import { RadioGroup as AriaRadioGroup, Label, RadioButton, RadioField, Text } from 'react-aria-components'
import styles from './Choices.module.css'
import { classes } from './classes.ts'

type Choice<Id extends string> = {
  id: Id
  label: string
  /** What choosing it means. */
  description?: React.ReactNode
  /** Why it cannot be chosen; it stays in sight so that nobody looks for it. */
  closed?: string
}

export type ChoicesProps<Id extends string> = {
  label: string
  value: Id | null
  onChange: (value: Id) => void
  options: readonly Choice<Id>[]
  description?: string
  error?: string | undefined
}

/** One of several, each with an explanation, all in sight. */
export const Choices = <Id extends string>(props: ChoicesProps<Id>) => {
  const { label, value, onChange, options, description, error } = props
  return (
    <AriaRadioGroup
      className={classes(styles.group)}
      value={value}
      onChange={chosen => {
        const option = options.find(one => one.id === chosen)
        if (option !== undefined) onChange(option.id)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={classes(styles.label)}>{label}</Label>
      {description !== undefined && (
        <Text slot="description" className={classes(styles.description)}>
          {description}
        </Text>
      )}
      <div className={styles.options}>
        {options.map(option => (
          <RadioField
            key={option.id}
            value={option.id}
            isDisabled={option.closed !== undefined}
            className={classes(styles.option)}
          >
            <RadioButton className={classes(styles.button)}>
              <span className={styles.ring} aria-hidden="true" />
              <span className={styles.name}>{option.label}</span>
            </RadioButton>
            {(option.description !== undefined || option.closed !== undefined) && (
              <Text slot="description" elementType="div" className={classes(styles.more)}>
                {option.description}
                {option.closed !== undefined && <p className={styles.closed}>{option.closed}</p>}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
      {error !== undefined && (
        <Text slot="errorMessage" className={classes(styles.error)}>
          {error}
        </Text>
      )}
    </AriaRadioGroup>
  )
}
