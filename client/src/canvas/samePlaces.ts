import type { CardView } from '@jointly/board'

/** Whether all cards stand where they stood, whatever is written on them. */
export const samePlaces = (a: readonly CardView[], b: readonly CardView[]): boolean =>
  a === b || (a.length === b.length && a.every((card, i) => isSamePlace(card, b[i])))

const isSamePlace = (a: CardView, b: CardView | undefined): boolean =>
  a === b ||
  (a.id === b?.id &&
    a.gone === b.gone &&
    a.in === b.in &&
    a.pos.x === b.pos.x &&
    a.pos.y === b.pos.y &&
    a.size?.w === b.size?.w &&
    a.size?.h === b.size?.h)
