import { Check, Copy } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './CopyField.module.css'

const SHOWN_MS = 4000

/**
 * The clipboard is refused on plain http and by some offices' settings. Then the text is selected and the browser's old
 * command is tried, and if that fails too, the selection is there for the person's own copy key.
 */
const copyFrom = async (input: HTMLInputElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(input.value)
    return true
  } catch {
    input.focus()
    selectAll(input)
    // Deprecated, and the only other way there is.
    return document.execCommand('copy')
  }
}

/** Backwards, so that the beginning of a long link stays in sight. */
const selectAll = (input: HTMLInputElement) => input.setSelectionRange(0, input.value.length, 'backward')

export type CopyFieldProps = {
  label: string
  value: string
  /** For a link that has just been made: the focus goes to it, and so does whoever listens. */
  autoFocus?: boolean
}

/** A link to hand on: shown whole, selected on focus, copied by a button that says whether it worked. */
export const CopyField = ({ label, value, autoFocus }: CopyFieldProps) => {
  const { t } = useTranslation('common')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<'copied' | 'selected' | null>(null)

  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])

  useEffect(() => {
    if (result !== 'copied') return
    const timer = setTimeout(() => setResult(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    if (input.current === null) return
    setResult((await copyFrom(input.current)) ? 'copied' : 'selected')
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          id={id}
          ref={input}
          className={styles.input}
          value={value}
          readOnly
          onFocus={event => selectAll(event.currentTarget)}
        />
        <Button onPress={copy}>
          {result === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {t('copy')}
        </Button>
      </div>
      <p className={styles.result} role="status">
        {result === 'copied' && t('copied')}
        {result === 'selected' && t('copyByHand')}
      </p>
    </div>
  )
}
