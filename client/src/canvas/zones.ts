import { type CardKind, COLUMN, type Position, STAGES, ZONES } from '@jointly/board'
import { type Box, contains, grown, hull } from './box.ts'
import { kept } from './kept.ts'
import type { Surface } from './surface.ts'

/** The part of the board where a kind of card is first laid: a quiet, labelled ground, not a fence. */
export type Zone = { readonly kind: CardKind; readonly box: Box }

const PADDING = 20
const HEAD = 44
const LEAST_HEIGHT = 420
/** Frames lie where they are drawn, not in a zone. */
const ZONED = (Object.keys(ZONES) as CardKind[]).filter(kind => kind !== 'cluster')

/** A zone for each kind that the process makes, and for every other kind of which there is a card; as deep as its cards. */
export const zonesOf = kept(
  (surface: Surface): readonly Zone[] => {
    const bottoms = new Map<CardKind, number>()
    for (const card of surface.placed()) {
      if (card.gone) continue
      const { x, columns } = ZONES[card.kind]
      const inColumns = card.pos.x >= x - COLUMN / 2 && card.pos.x < x + columns * COLUMN
      const bottom = inColumns ? card.pos.y + surface.sizes.of(card).h : 0
      bottoms.set(card.kind, Math.max(bottoms.get(card.kind) ?? 0, bottom))
    }
    const made = new Set<string>(surface.session.process.get().steps.flatMap(({ stage }) => [...STAGES[stage].makes]))
    const kinds = ZONED.filter(kind => bottoms.has(kind) || (made.has(kind) && kind !== 'question'))
    return kinds.map((kind): Zone => {
      const { x, columns } = ZONES[kind]
      const inner = {
        x,
        y: -HEAD + PADDING,
        w: columns * COLUMN - 24,
        h: HEAD - PADDING + Math.max(LEAST_HEIGHT, bottoms.get(kind) ?? 0),
      }
      return { kind, box: grown(inner, PADDING) }
    })
  },
  surface => [surface.placed(), surface.session.process.get(), surface.sizes.version],
)

/** The kind that a new card at a place is, if its zone says so. */
export const kindAt = (surface: Surface, point: Position): CardKind | null =>
  zonesOf(surface).find(({ box }) => contains(box, point))?.kind ?? null

/** All that is on the board: its zones, every card, frame and stroke. */
export const wholeOf = (surface: Surface): Box | null => {
  const { cards, marks } = surface.session.view.get()
  const things = [...cards.filter(card => !card.gone), ...marks]
  return hull([...zonesOf(surface).map(({ box }) => box), ...things.map(thing => surface.boxOf(thing))])
}
