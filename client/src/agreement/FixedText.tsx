import { useTranslation } from 'react-i18next'
import styles from './Agreement.module.css'

/** [G1] A text as it was fixed: every line, number and sign of it, and nothing that could be written differently. */
export const FixedText = ({ text, children }: { text: string; children?: React.ReactNode }) => {
  const { t } = useTranslation('agreement')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
    <section className={styles.fixed} aria-label={t('fixed')} tabIndex={0}>
      {children ?? <Lines text={text} />}
    </section>
  )
}

// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
const Lines = ({ text }: { text: string }) => text.split('\n').map((line, i) => <Line key={i} line={line} />)

const HEADING = /^#+ /

/** The sign of a heading stands before it: it is hashed, and a paragraph may begin with one ("# 7 of the contract …"). */
const Line = ({ line }: { line: string }) => {
  const [sign = ''] = HEADING.exec(line) ?? []
  return (
    <span className={sign === '' ? styles.textLine : styles.heading}>
      {sign !== '' && <span className={styles.sign}>{sign}</span>}
      {line.slice(sign.length)}
    </span>
  )
}

/** By which anybody can tell that two copies of a text are the same. */
export const Fingerprint = ({ hash }: { hash: string }) => {
  const { t } = useTranslation('agreement')
  return (
    <p className={styles.note}>
      {t('fingerprint')} <code className={styles.hash}>{hash}</code>
    </p>
  )
}
