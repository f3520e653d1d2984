import type { CardId, SideId } from '@jointly/board'
import { useBoard, useProcess } from '../../session/hooks.ts'

/** The words of a card and the name of a side, for tables that speak of both. */
export const useWords = () => {
  const view = useBoard()
  const { sides } = useProcess()
  return {
    textOf: (card: CardId): string => view.card(card)?.text ?? '',
    nameOf: (side: SideId): string => sides.find(({ id }) => id === side)?.name ?? '',
    isCurrent: (card: CardId): boolean => view.card(card)?.current === true,
  }
}
