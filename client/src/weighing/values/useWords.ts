import type { CardId, SideId } from '@jointly/board'
import { useBoard, useProcess } from '../../session/hooks.ts'
import { useEarlier } from '../useEarlier.ts'

/** The words of a card and the name of a side, for tables that speak of both. */
export const useWords = () => {
  const view = useBoard()
  const { sides } = useProcess()
  const { noteOf } = useEarlier()
  return {
    textOf: (card: CardId): string => view.card(card)?.text ?? '',
    nameOf: (side: SideId): string => sides.find(({ id }) => id === side)?.name ?? '',
    /** Where the answers about a card were given to another wording of it. */
    noteOf,
    isCurrent: (card: CardId): boolean => view.card(card)?.current === true,
  }
}
