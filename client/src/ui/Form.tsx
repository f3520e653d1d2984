import styles from './Form.module.css'

export type FormProps = {
  /** For a submit button that stands elsewhere, such as at a dialog's foot. */
  id?: string
  onSubmit: () => void
  children: React.ReactNode
}

/**
 * Fields one below the other; Enter in any of them does what the primary button does. The browser checks nothing: we say
 * what is wrong in our words, and the focus goes to the first field where something is.
 */
export const Form = ({ id, onSubmit, children }: FormProps) => (
  <form
    {...(id !== undefined && { id })}
    className={styles.form}
    noValidate
    onSubmit={event => {
      event.preventDefault()
      const form = event.currentTarget
      onSubmit()
      // By the next frame the fields know what is wrong with them.
      requestAnimationFrame(() => firstFault(form)?.focus())
    }}
  >
    {children}
  </form>
)

const firstFault = (form: HTMLFormElement): HTMLElement | null => {
  const faulty = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  return faulty?.matches('input, textarea, button') ? faulty : (faulty?.querySelector('input') ?? null)
}
