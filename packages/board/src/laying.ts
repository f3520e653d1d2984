import type * as Y from 'yjs'
import type { Position } from './cards.ts'
import type { ClippedCard, ClippedMark, Clipping } from './clipping.ts'
import { wayOf } from './marks.ts'
import { CARD_WIDTH, estimatedHeight, pictureHeight } from './place.ts'
import { type Author, type Posted, postTogether } from './post.ts'
import { plainText } from './richtext.ts'

/** The middle of where clipped things lay. */
export const middleOf = ({ cards, marks }: Pick<Clipping, 'cards' | 'marks'>): Position => {
  const corners = [...cards.flatMap(cornersOfCard), ...marks.flatMap(cornersOfMark)]
  return {
    x: (least(corners, ({ x }) => x) - least(corners, ({ x }) => -x)) / 2,
    y: (least(corners, ({ y }) => y) - least(corners, ({ y }) => -y)) / 2,
  }
}

/** Not by spreading: a clipboard holds more points than a call takes arguments. */
const least = (corners: readonly Position[], of: (corner: Position) => number): number =>
  corners.reduce((found, corner) => Math.min(found, of(corner)), Number.POSITIVE_INFINITY)

const cornersOfCard = ({ pos, size, body, image }: ClippedCard): Position[] => {
  const pictured = image === undefined ? 0 : pictureHeight(image, size?.w)
  const height = size?.h ?? estimatedHeight(plainText(body).length, size?.w) + pictured
  return [pos, { x: pos.x + (size?.w ?? CARD_WIDTH), y: pos.y + height }]
}

const cornersOfMark = (mark: ClippedMark): Position[] =>
  mark.kind === 'frame' ? [mark.pos, { x: mark.pos.x + mark.size.w, y: mark.pos.y + mark.size.h }] : wayOf(mark)

/** [D12] Lays what was clipped around a point: as it lay, with links and groups, in the name of whoever lays it. */
export const layClipping = (
  doc: Y.Doc,
  clipping: Pick<Clipping, 'cards' | 'links' | 'marks'>,
  { author, at }: { author: Author; at: Position },
): Posted => {
  const { cards, links, marks } = clipping
  const middle = middleOf(clipping)
  const by = { x: Math.round(at.x - middle.x), y: Math.round(at.y - middle.y) }
  const moved = ({ x, y }: Position): Position => ({ x: x + by.x, y: y + by.y })
  return postTogether(doc, {
    author,
    links,
    cards: cards.map(({ body, pos, ...card }) => ({ ...card, ...author, text: body, pos: moved(pos) })),
    marks: marks.map(mark => ({ ...mark, ...author, pos: moved(mark.pos) })),
  })
}
