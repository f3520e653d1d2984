import { type CardView, isMutual, type Side } from '@jointly/board'
import { useProcess } from '../session/hooks.ts'
import { sideOf } from './author.ts'

/** The sides whose edge a card bears: its own, and of a mutual interest the deciding sides that share it. */
export const useEdges = (card: CardView): readonly Side[] => {
  const process = useProcess()
  const own = sideOf(process, card.side)
  if (own === null) return []
  const others = isMutual(card, process) ? process.sides.filter(side => side.decides && side.id !== own.id) : []
  return [own, ...others]
}
