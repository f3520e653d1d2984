import { Check } from 'lucide-react'
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components'
import styles from './Checkbox.module.css'
import { classes } from './classes.ts'

export type CheckboxProps = {
  label: string
  description?: string
  isSelected: boolean
  onChange: (selected: boolean) => void
  isDisabled?: boolean
}

/** Yes or no, as a tick. */
export const Checkbox = ({ label, description, isSelected, onChange, isDisabled = false }: CheckboxProps) => (
  <CheckboxField className={classes(styles.field)} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
    <CheckboxButton className={classes(styles.button)}>
      <span className={styles.box} aria-hidden="true">
        {isSelected && <Check />}
      </span>
      {label}
    </CheckboxButton>
    {description !== undefined && (
      <Text slot="description" className={classes(styles.description)}>
        {description}
      </Text>
    )}
  </CheckboxField>
)
