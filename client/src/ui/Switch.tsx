import { SwitchButton, SwitchField, Text } from 'react-aria-components'
import styles from './Checkbox.module.css'
import type { CheckboxProps } from './Checkbox.tsx'
import { classes } from './classes.ts'

/** Something that is on or off, at once and without a button to confirm. */
export const Switch = ({ label, description, isSelected, onChange, isDisabled = false }: CheckboxProps) => (
  <SwitchField className={classes(styles.field)} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
    <SwitchButton className={classes(styles.button)}>
      <span className={styles.track} aria-hidden="true" />
      {label}
    </SwitchButton>
    {description !== undefined && (
      <Text slot="description" className={classes(styles.description)}>
        {description}
      </Text>
    )}
  </SwitchField>
)
