import type { LeftOut, OptionId, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { listed } from '../../ui/listed.ts'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

type LeftOutNoteProps = {
  side: Side
  /** In the order in which they are numbered on this screen. */
  options: readonly OptionId[]
  leftOut: readonly LeftOut[]
}

/** [Q7] [Q8] Which options a side has not rated by every criterion, and by which not: at other weights nothing is known of them. */
export const LeftOutNote = ({ side, options, leftOut }: LeftOutNoteProps) => {
  const { t } = useTranslation('values')
  const { textOf } = useWords()
  const named = leftOut.filter(({ unrated }) => unrated.length > 0)
  if (named.length === 0) return null
  const each = named.map(({ option, unrated }) =>
    t('leftOut.option', { number: options.indexOf(option) + 1, criteria: listed(unrated.map(textOf)) }),
  )
  return <p className={styles.note}>{t('leftOut.note', { side: side.name, each: each.join('; ') })}</p>
}
