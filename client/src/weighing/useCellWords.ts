import { printed, type RoundScale, type ShownCell, WORDS, type Word } from '@jointly/board'
import { useTranslation } from 'react-i18next'

const JUDGED = (Object.keys(WORDS) as Word[]).filter(word => WORDS[word] !== null)

type OpenCell = Extract<ShownCell, { n: number }>

/** The decimals of a mean on the screen. */
const DECIMALS = 1

export const printedMean = (mean: number): string => (Number.isInteger(mean) ? String(mean) : printed(mean, DECIMALS))

/** A cell, and what it was answered in. */
export type ScaledCell = { readonly cell: ShownCell | undefined; readonly scale: RoundScale }

/** The answers of a cell that are drawn as marks: words. What was given in points is said as a mean, 50 of them too. */
export const marksOf = ({ cell, scale }: ScaledCell): readonly number[] | null => {
  const marks = cell !== undefined && 'marks' in cell ? cell.marks : undefined
  return scale === 'words' && marks !== undefined && marks.length > 0 ? marks : null
}

/** A side's cell in words: how many said which, or their mean, how many answered, and how many did not judge; or that nobody did. */
export const useCellWords = (): ((scaled: ScaledCell) => string) => {
  const { t } = useTranslation('weighing')
  const spreadWords = ({ spread, n }: OpenCell) =>
    spread !== null && n > 1 ? [t('result.spread', { spread: printedMean(spread) })] : []
  return ({ cell, scale }) => {
    if (cell === undefined) return t('result.nobody')
    if ('hidden' in cell) return t('result.few', { count: cell.answered })
    if (cell.mean === null) return t('result.nobody')
    const missing = cell.missing > 0 ? [t('result.missing', { count: cell.missing })] : []
    const marks = marksOf({ cell, scale })
    const single = marks === null ? (cell.marks ?? []) : []
    const counts = JUDGED.map(word => ({ word, count: marks?.filter(mark => mark === WORDS[word]).length ?? 0 }))
    const said =
      marks !== null
        ? counts
            .filter(({ count }) => count > 0)
            .map(({ word, count }) => t('result.times', { word: t(`word.${word}`), count }))
        : [
            t('result.mean', { mean: printedMean(cell.mean) }),
            t('result.n', { count: cell.n }),
            ...spreadWords(cell),
            ...(single.length > 1 ? [t('result.marks', { marks: single.join(' · ') })] : []),
          ]
    return [...said, ...missing].join(', ')
  }
}
