import { differenceOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import styles from './Difference.module.css'

export type DifferenceProps = {
  before: string
  now: string
  /** What stands where both are empty. */
  none?: string
  /** How a stretch of the text now is shown where it is new; without it, as it is. */
  ofNew?: (from: number, to: number) => React.ReactNode
}

/** What became of a text: what is no more struck out, what is new underlined, and both said to whoever sees neither. */
export const Difference = ({ before, now, none = '', ofNew }: DifferenceProps) => {
  const pieces = differenceOf(before, now)
  if (pieces.length === 0) return none
  let at = 0
  return pieces.map((piece, i) => {
    const from = at
    if (piece.is !== 'out') at += piece.text.length
    return piece.is === 'same' ? (
      piece.text
    ) : piece.is === 'out' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn whole
      <Out key={i}>{piece.text}</Out>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn whole
      <In key={i}>{ofNew?.(from, at) ?? piece.text}</In>
    )
  })
}

/** What is no more: struck out, and said so to whoever does not see it. */
export const Out = ({ children }: { children: React.ReactNode }) => {
  const { t } = useTranslation('common')
  return (
    <del className={styles.out}>
      <span className="unseen">{t('difference.out')} </span>
      {children}
    </del>
  )
}

const In = ({ children }: { children: React.ReactNode }) => {
  const { t } = useTranslation('common')
  return (
    <ins className={styles.in}>
      <span className="unseen">{t('difference.in')} </span>
      {children}
    </ins>
  )
}
