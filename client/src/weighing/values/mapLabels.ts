type Place = { readonly x: number; readonly y: number }
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Label = { readonly key: string; readonly at: Place; readonly words: string }
type Placed = {
  readonly key: string
  readonly words: string
  /** The middle of its line, where its digits stand. */
  readonly x: number
  readonly y: number
  /** The way from its point, where it does not stand beside it. */
  readonly leader: string | null
}

/** Of letters of 12: a digit's width, and its height. */
const DIGIT = 7.4
const TALL = 9
const GAP = 3
/** How far out a place is sought before one that is taken has to do. */
const RINGS = [0, 10, 20, 32, 46]
/** Upper right first, where one looks for it; each with how far it goes across and upwards. */
const PLACES = [
  [1, -1],
  [1, 0],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
] as const
/** A place at a corner is as far from the middle as one at a side. */
const DIAGONAL = Math.SQRT1_2

/** Points that are one on the screen, together under the first of them; each in one group alone. */
export const togetherAt = <Point extends { readonly cx: number; readonly cy: number }>(
  points: readonly Point[],
  nearer: number,
): readonly (readonly [Point, ...Point[]])[] => {
  const groups: [Point, ...Point[]][] = []
  for (const point of points) {
    const group = groups.find(([first]) => Math.hypot(first.cx - point.cx, first.cy - point.cy) < nearer)
    if (group === undefined) groups.push([point])
    else group.push(point)
  }
  return groups
}

/**
 * Each label beside its point, where it lies neither on a circle nor on another label; further out, with a line to its
 * point, where no such place is near. Points that stand alone keep the place at the upper right.
 */
export const placedLabels = ({
  labels,
  points,
  radius,
  within,
}: {
  labels: readonly Label[]
  points: readonly Place[]
  radius: number
  within: Box
}): readonly Placed[] => {
  const taken: Box[] = []
  const isFree = (box: Box) =>
    taken.every(other => !overlap(box, other)) && points.every(point => awayFrom(point, box) > radius + 1)
  return labels.map(({ key, at, words }) => {
    const half = { across: (words.length * DIGIT) / 2, up: TALL / 2 }
    const places = RINGS.flatMap(ring =>
      PLACES.map(([across, up]) => {
        const far = (radius + GAP + ring) * (across !== 0 && up !== 0 ? DIAGONAL : 1)
        const middle = { x: at.x + across * (far + half.across), y: at.y + up * (far + half.up) }
        return { ring, middle, box: around(middle, half) }
      }),
    ).filter(({ box }) => isWithin(box, within))
    const free = places.find(({ box }) => isFree(box))
    const { ring, middle, box } = free ?? places[0] ?? { ring: 0, middle: at, box: around(at, half) }
    taken.push(box)
    return { key, words, x: middle.x, y: middle.y + TALL / 2, leader: ring === 0 ? null : leader(at, box, radius) }
  })
}

/** From the edge of the circle to what of the label is nearest. */
const leader = (from: Place, box: Box, radius: number): string => {
  const to = nearestOf(box, from)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const start = { x: from.x + ((to.x - from.x) * radius) / length, y: from.y + ((to.y - from.y) * radius) / length }
  return `M${start.x} ${start.y}L${to.x} ${to.y}`
}

const nearestOf = ({ left, right, top, bottom }: Box, { x, y }: Place): Place => ({
  x: clamp(x, left, right),
  y: clamp(y, top, bottom),
})
const awayFrom = (point: Place, box: Box): number => {
  const { x, y } = nearestOf(box, point)
  return Math.hypot(x - point.x, y - point.y)
}
const clamp = (number: number, low: number, high: number): number => Math.min(high, Math.max(low, number))
const around = ({ x, y }: Place, { across, up }: { across: number; up: number }): Box => ({
  ...{ left: x - across, right: x + across },
  ...{ top: y - up, bottom: y + up },
})
const isWithin = (box: Box, { left, right, top, bottom }: Box): boolean =>
  box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
