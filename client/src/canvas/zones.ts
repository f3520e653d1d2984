import { type BoardView, type CardKind, COLUMN, type Position, type Process, STAGES, ZONES } from '@jointly/board'
import { type Box, contains, grown } from './box.ts'
import type { Surface } from './surface.ts'

/** The part of the board where a kind of card is first laid: a quiet, labelled ground, not a fence. */
export type Zone = { readonly kind: CardKind; readonly box: Box }

const PADDING = 20
const HEAD = 44
const LEAST_HEIGHT = 420
/** Frames lie where they are drawn, not in a zone. */
const ZONED = (Object.keys(ZONES) as CardKind[]).filter(kind => kind !== 'cluster')

const known = new WeakMap<BoardView['cards'], { process: Process; zones: readonly Zone[] }>()

/** A zone for each kind that the process makes, and for every other kind of which there is a card; as deep as its cards. */
export const zonesOf = (surface: Surface): readonly Zone[] => {
  const { cards } = surface.session.view.get()
  const process = surface.session.process.get()
  const before = known.get(cards)
  if (before?.process === process) return before.zones
  const bottoms = new Map<CardKind, number>()
  for (const card of cards) {
    if (card.gone) continue
    const { x, columns } = ZONES[card.kind]
    const inColumns = card.pos.x >= x - COLUMN / 2 && card.pos.x < x + columns * COLUMN
    const bottom = inColumns ? card.pos.y + surface.sizes.of(card).h : 0
    bottoms.set(card.kind, Math.max(bottoms.get(card.kind) ?? 0, bottom))
  }
  const made = new Set<string>(process.steps.flatMap(({ stage }) => [...STAGES[stage].makes]))
  const zones = ZONED.filter(kind => bottoms.has(kind) || (made.has(kind) && kind !== 'question')).map((kind): Zone => {
    const { x, columns } = ZONES[kind]
    const inner = {
      x,
      y: -HEAD + PADDING,
      w: columns * COLUMN - 24,
      h: HEAD - PADDING + Math.max(LEAST_HEIGHT, bottoms.get(kind) ?? 0),
    }
    return { kind, box: grown(inner, PADDING) }
  })
  known.set(cards, { process, zones })
  return zones
}

/** The kind that a new card at a place is, if its zone says so. */
export const kindAt = (surface: Surface, point: Position): CardKind | null =>
  zonesOf(surface).find(({ box }) => contains(box, point))?.kind ?? null
