import type { CardId, EarlierRatings, SideId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { earlierOf } from './released.ts'

type Earlier = {
  /** What is to be said of a card; null: what was answered about it was answered of what it is now. */
  readonly noteOf: (card: CardId) => string | null
  /** Whether this one answer is of an earlier wording, and no note of its option or criterion says so of all of them. */
  readonly isEarlier: (option: CardId, criterion: CardId, side: SideId) => boolean
  readonly unasked: EarlierRatings['unasked']
}

/** [N6] How the table differs from the one that the released ratings were given to. */
export const useEarlier = (): Earlier => {
  const { t } = useTranslation('weighing')
  const { rounds } = useProcess()
  const earlier = earlierOf(rounds, useBoard())
  if (earlier === null) return NOTHING
  const { reworded, gone, unasked, cells } = earlier
  return {
    noteOf: card => {
      const part = reworded[card]
      return gone.includes(card) ? t('result.gone') : part === undefined ? null : t(`result.reworded.${part}`)
    },
    isEarlier: (option, criterion, side) =>
      reworded[option] !== 'all' &&
      reworded[criterion] !== 'all' &&
      cells.some(cell => cell.option === option && cell.criterion === criterion && cell.side === side),
    unasked,
  }
}

const NOTHING: Earlier = { noteOf: () => null, isEarlier: () => false, unasked: [] }
