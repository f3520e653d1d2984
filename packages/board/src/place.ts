import type * as Y from 'yjs'
import type { CardKind, Position } from './cards.ts'
import type { SideId } from './ids.ts'
import { cardsOf } from './schema.ts'

const CARD = { w: 280, h: 130, gap: 24 }

/** Where each kind's zone begins, from left to right in the order of the process. */
const ZONES: Record<CardKind, { readonly x: number; readonly columns: number }> = {
  fact: { x: 0, columns: 1 },
  question: { x: 320, columns: 1 },
  interest: { x: 700, columns: 3 },
  option: { x: 1720, columns: 2 },
  criterion: { x: 2440, columns: 1 },
  note: { x: 2800, columns: 2 },
  cluster: { x: 3500, columns: 1 },
}

/** A free place in the zone of a kind: the next of its grid, counted by what stands there already. */
export const firstPlace = (doc: Y.Doc, card: { kind: CardKind; side: SideId | null }): Position => {
  const zone = ZONES[card.kind]
  let taken = 0
  for (const other of cardsOf(doc).values()) if (other.get('kind') === card.kind) taken++
  return {
    x: zone.x + (taken % zone.columns) * (CARD.w + CARD.gap),
    y: Math.floor(taken / zone.columns) * (CARD.h + CARD.gap),
  }
}
