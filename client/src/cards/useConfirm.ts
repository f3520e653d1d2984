import { type CardView, type MoveRequest, type Side, standingOf, wordingOf } from '@jointly/board'
import { useBlock, useMe, useProcess } from '../session/hooks.ts'
import { useMay } from '../session/useMay.ts'

/**
 * Whether this person is offered to confirm an interest for a side: they act for it, and there is something to confirm,
 * since somebody of another side has said that it matters to them too or a side has confirmed. Until then the button
 * would stand on every card.
 */
export const useConfirm = (card: CardView, side: Side): { offered: boolean; again: boolean; move: MoveRequest } => {
  const may = useMay()
  const process = useProcess()
  const me = useMe()
  const blocked = useBlock() !== null
  const { sides } = standingOf(card, process)
  const isTalkedAbout = sides.some(({ adopted, earlier, confirmed }) => adopted + earlier > 0 || confirmed !== 'no')
  const move: MoveRequest = { type: 'interest.confirm', card: card.id, wording: wordingOf(card) }
  const offered = isTalkedAbout && !blocked && me.side === side.id && may(move)
  return { offered, move, again: sides.some(({ side: id, confirmed }) => id === side.id && confirmed === 'earlier') }
}
