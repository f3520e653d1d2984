import type { OptionId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

/** An option by its number on this screen and its words. */
export const OptionHead = ({ option, number }: { option: OptionId; number: number }) => {
  const { t } = useTranslation('values')
  const { textOf, isCurrent, noteOf } = useWords()
  const note = noteOf(option)
  return (
    <th scope="row" className={styles.words}>
      <span className={styles.ordinal}>{number}</span>
      {textOf(option)}
      {isCurrent(option) && <span className={styles.more}>{t('current')}</span>}
      {note !== null && <span className={styles.more}>{note}</span>}
    </th>
  )
}
