import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  label: string
  /** For a field whose place says what it is; the label is still read out. */
  hideLabel?: boolean
  description?: React.ReactNode
  /** What is wrong with what was typed, as a sentence; it is kept as typed. */
  error?: string | undefined
  placeholder?: string
  multiline?: boolean
  rows?: number
  inputRef?: React.Ref<HTMLInputElement | HTMLTextAreaElement>
}

/** A line of text, or several, with its label, an explanation and what is wrong with it. */
export const TextField = ({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  multiline,
  rows = 3,
  inputRef,
  ...props
}: TextFieldProps) => (
  <AriaTextField validationBehavior="aria" {...props} isInvalid={error !== undefined} className={classes(styles.field)}>
    <Label className={classes(hideLabel ? 'unseen' : styles.label)}>{label}</Label>
    {multiline ? (
      <TextArea
        className={classes(styles.input, styles.area)}
        rows={rows}
        ref={inputRef as React.Ref<HTMLTextAreaElement>}
        {...(placeholder !== undefined && { placeholder })}
      />
    ) : (
      <Input
        className={classes(styles.input)}
        ref={inputRef as React.Ref<HTMLInputElement>}
        {...(placeholder !== undefined && { placeholder })}
      />
    )}
    {description !== undefined && (
      <Text slot="description" className={classes(styles.description)}>
        {description}
      </Text>
    )}
    <FieldError className={classes(styles.error)}>{error}</FieldError>
  </AriaTextField>
)
