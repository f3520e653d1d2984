import { printed, type ShownCell, WORDS, type Word } from '@jointly/board'
import { useTranslation } from 'react-i18next'

const JUDGED = (Object.keys(WORDS) as Word[]).filter(word => WORDS[word] !== null)

/** The decimals of a mean on the screen. */
const DECIMALS = 1

export const printedMean = (mean: number): string => (Number.isInteger(mean) ? String(mean) : printed(mean, DECIMALS))

/** A side's cell in words: how many said which, or their mean, how many answered, and how many did not judge. */
export const useCellWords = (): ((cell: ShownCell | undefined) => string) => {
  const { t } = useTranslation('weighing')
  return cell => {
    if (cell === undefined) return t('result.nobody')
    if ('hidden' in cell) return t('result.few', { count: cell.answered })
    const missing = cell.missing > 0 ? [t('result.missing', { count: cell.missing })] : []
    if (cell.mean === null) return [t('result.nobody'), ...missing].join(', ')
    const { marks } = cell
    const counts = JUDGED.map(word => ({ word, count: marks?.filter(mark => mark === WORDS[word]).length ?? 0 }))
    const areWords = marks !== undefined && counts.reduce((sum, { count }) => sum + count, 0) === marks.length
    const said = areWords
      ? counts
          .filter(({ count }) => count > 0)
          .map(({ word, count }) => t('result.times', { word: t(`word.${word}`), count }))
      : [t('result.mean', { mean: printedMean(cell.mean) }), t('result.n', { count: cell.n })]
    return [...said, ...missing].join(', ')
  }
}
