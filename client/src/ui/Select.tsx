import { Check, ChevronDown } from 'lucide-react'
import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import list from './List.module.css'

type SelectOption<Id extends string> = {
  id: Id
  label: string
  description?: string
  /** A decoration; what it shows the label says as well. */
  icon?: React.ReactNode
  isDisabled?: boolean
}

export type SelectProps<Id extends string> = {
  label: string
  hideLabel?: boolean
  value: Id | null
  onChange: (value: Id) => void
  options: readonly SelectOption<Id>[]
  description?: React.ReactNode
  error?: string | undefined
  placeholder?: string
  isDisabled?: boolean
}

/** One choice out of a list that opens; for two to four short ones see `Segmented`. */
export const Select = <Id extends string>(props: SelectProps<Id>) => {
  const { label, hideLabel, value, onChange, options, description, error, placeholder, isDisabled = false } = props
  const choose = (key: unknown) => {
    const chosen = options.find(option => option.id === key)
    if (chosen !== undefined) onChange(chosen.id)
  }
  // Over the button and not in it: a mark's letter would become a part of the button's visible name.
  const icon = options.find(option => option.id === value)?.icon
  return (
    <AriaSelect
      className={classes(styles.field)}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      {...(placeholder !== undefined && { placeholder })}
    >
      <Label className={classes(hideLabel ? 'unseen' : styles.label)}>{label}</Label>
      <div className={styles.box}>
        {icon !== undefined && <span className={styles.chosenIcon}>{icon}</span>}
        <Button className={classes(styles.input, styles.select, icon !== undefined && styles.withIcon)}>
          <SelectValue className={classes(styles.value)} />
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      {description !== undefined && (
        <Text slot="description" className={classes(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={classes(styles.error)}>{error}</FieldError>
      <Popover className={classes(list.popover, styles.popover)} offset={4}>
        <ListBox className={classes(styles.list)} items={options}>
          {option => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              isDisabled={option.isDisabled ?? false}
              className={classes(list.item, styles.option)}
            >
              {option.icon !== undefined && <span className={styles.optionIcon}>{option.icon}</span>}
              <span>
                {option.label}
                {option.description !== undefined && <span className={styles.optionNote}>{option.description}</span>}
              </span>
              {option.id === value && <Check className={styles.tick} aria-hidden="true" />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
