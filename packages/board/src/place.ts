import * as Y from 'yjs'
import type { CardKind, Image, Position, Size } from './cards.ts'
import type { SideId } from './ids.ts'
import { cardsOf } from './schema.ts'

/** What a card takes where nobody gave it a size: its width, and the height of its words at that width with its foot. */
export const CARD_WIDTH = 280
/** Of a statement whose words are broken where they end, not of a full line. */
const LINE = { height: 23, characters: 28 }
/** Padding above and below the words, and the line that says whose they are. */
const FRAME_HEIGHT = 62
/** The second such line of a card of a case, which says on what it rests as well. */
export const BASIS_HEIGHT = 24

export const estimatedHeight = (characters: number, width: number = CARD_WIDTH): number => {
  const perLine = Math.max(4, (LINE.characters * (width - 34)) / (CARD_WIDTH - 34))
  return FRAME_HEIGHT + LINE.height * Math.max(1, Math.ceil(characters / perLine))
}

/** The line below the words that says where a fact comes from: smaller letters, as many lines as they take. */
const SOURCE = { height: 20, above: 4, characters: 36 }

export const sourceHeight = (source: string | undefined, width: number = CARD_WIDTH): number => {
  if (source === undefined) return 0
  const perLine = Math.max(4, (SOURCE.characters * (width - 34)) / (CARD_WIDTH - 34))
  return SOURCE.above + SOURCE.height * Math.ceil(('Source: '.length + source.length) / perLine)
}

const TALLEST_PICTURE = 360

/** What a picture takes above the words of a card of this width, with the room around it. */
export const pictureHeight = ({ w, h }: Pick<Image, 'w' | 'h'>, width: number = CARD_WIDTH): number =>
  Math.round(Math.min(TALLEST_PICTURE, ((width - 34) * h) / w)) + 8

const GAP = 24
export const COLUMN = CARD_WIDTH + GAP

/** Where each kind's zone begins, from left to right in the order of the process. */
export const ZONES = {
  fact: { x: 0, columns: 1 },
  question: { x: 360, columns: 1 },
  interest: { x: 720, columns: 3 },
  option: { x: 1720, columns: 2 },
  criterion: { x: 2400, columns: 1 },
  note: { x: 2800, columns: 2 },
  cluster: { x: 3500, columns: 1 },
} as const satisfies Record<CardKind, { readonly x: number; readonly columns: number }>

const charactersIn = (body: unknown): number => {
  if (body instanceof Y.XmlText) return body.length
  return body instanceof Y.XmlFragment ? body.toArray().reduce((sum, child) => sum + charactersIn(child), 0) : 0
}

type Standing = { readonly column: number; readonly bottom: number; readonly side: unknown }

const standing = (card: Y.Map<unknown>, zone: { x: number; columns: number }): Standing => {
  const { x, y } = card.get('pos') as Position
  const size = card.get('size') as Size | undefined
  const image = card.get('image') as Image | undefined
  const pictured = image === undefined ? 0 : pictureHeight(image, size?.w)
  const sourced = sourceHeight((card.get('source') ?? card.get('anchor')) as string | undefined, size?.w)
  const based = card.get('basis') === undefined ? 0 : BASIS_HEIGHT
  const height = size?.h ?? estimatedHeight(charactersIn(card.get('body')), size?.w) + pictured + sourced + based
  return { column: Math.round((x - zone.x) / COLUMN), bottom: y + height, side: card.get('side') }
}

/**
 * A free place in the zone of a kind, below what stands there. Where a kind belongs to sides, each side keeps to the
 * column that its first card took; otherwise the shortest column grows.
 */
export const firstPlace = (doc: Y.Doc, card: { kind: CardKind; side: SideId | null }): Position => {
  const zone = ZONES[card.kind]
  const bottoms = new Array<number>(zone.columns).fill(0)
  const homes = new Map<unknown, number>()
  for (const other of cardsOf(doc).values()) {
    if (other.get('kind') !== card.kind || other.has('about')) continue
    const { column, bottom, side } = standing(other, zone)
    const before = bottoms[column]
    if (before === undefined) continue
    bottoms[column] = Math.max(before, bottom + GAP)
    if (!homes.has(side)) homes.set(side, column)
  }
  const taken = new Set(homes.values())
  const free = bottoms.findIndex((_, column) => !taken.has(column))
  const shortest = bottoms.indexOf(Math.min(...bottoms))
  const column = card.side === null ? shortest : (homes.get(card.side) ?? (free === -1 ? shortest : free))
  return { x: zone.x + column * COLUMN, y: bottoms[column] ?? 0 }
}
