import { useTranslation } from 'react-i18next'
import styles from './Agreement.module.css'

/** A text as it was fixed: every line and number of it, and nothing that could be written differently. */
export const FixedText = ({ text, children }: { text: string; children?: React.ReactNode }) => {
  const { t } = useTranslation('agreement')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
    <section className={styles.fixed} aria-label={t('fixed')} tabIndex={0}>
      {children ?? <Lines text={text} />}
    </section>
  )
}

const HEADING = /^#+ /

const Lines = ({ text }: { text: string }) =>
  text.split('\n').map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
    <span key={i} className={HEADING.test(line) ? styles.heading : styles.textLine}>
      {line.replace(HEADING, '')}
    </span>
  ))

/** By which anybody can tell that two copies of a text are the same. */
export const Fingerprint = ({ hash }: { hash: string }) => {
  const { t } = useTranslation('agreement')
  return (
    <p className={styles.note}>
      {t('fingerprint')} <code className={styles.hash}>{hash}</code>
    </p>
  )
}
