import { useTranslation } from 'react-i18next'
import shared from '../rounds/Rounds.module.css'
import type { OwnProps } from './kindViews.tsx'
import { useCellWords } from './useCellWords.ts'
import styles from './Weighing.module.css'

/** What no agreement is worth to one's own side, as its members said. */
export const OwnValue = ({ side, own }: OwnProps) => {
  const { t } = useTranslation('weighing')
  const cell = 'value' in own ? own.value[side.id] : undefined
  const words = useCellWords()({ cell, scale: 'points' })
  return (
    <>
      <p className={styles.talkCell}>{words}</p>
      {cell !== undefined && 'marks' in cell && cell.marks !== undefined && cell.marks.length > 1 && (
        <p className={shared.note}>{t('value.marks', { marks: cell.marks.join(' · ') })}</p>
      )}
    </>
  )
}
