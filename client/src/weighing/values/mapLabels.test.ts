import { expect, test } from 'vitest'
import { placedLabels, togetherAt } from './mapLabels.ts'

const RADIUS = 6
const within = { left: 0, right: 400, top: 0, bottom: 300 }
const labelled = (points: readonly (readonly [number, number])[]) => {
  const at = points.map(([x, y]) => ({ x, y }))
  const labels = at.map((place, i) => ({ key: String(i), at: place, words: String(i + 1) }))
  return { at, placed: placedLabels({ labels, points: at, radius: RADIUS, within }) }
}
/** How near the middle of a label comes to a point; its digits stand on `y`. */
const distance = (label: { x: number; y: number }, point: { x: number; y: number }) =>
  Math.hypot(label.x - point.x, label.y - 4.5 - point.y)

test('a point that stands alone has its number at the upper right', () => {
  const [only] = labelled([[100, 100]]).placed
  expect(only).toMatchObject({ words: '1', leader: null })
  expect([(only?.x ?? 0) > 100, (only?.y ?? 0) < 100]).toEqual([true, true])
})

test('a number lies on no circle, is nearest to its own point or led to it, and stays within the plot', () => {
  const { at, placed } = labelled([
    ...([
      [100, 100],
      [108, 92],
      [116, 84],
      [105, 106],
      [112, 99],
      [396, 4],
      [4, 296],
    ] as const),
  ])
  for (const [i, label] of placed.entries()) {
    const distances = at.map(point => distance(label, point))
    expect(Math.min(...distances), label.words).toBeGreaterThan(RADIUS)
    const isNearest = distances.every(one => (distances[i] ?? 0) <= one)
    expect(isNearest || label.leader !== null, label.words).toBe(true)
    expect([label.x > 0, label.x < 400, label.y > 0, label.y < 300]).toEqual([true, true, true, true])
  }
  const numbers = placed.map(({ x, y }) => ({ x, y }))
  for (const [i, one] of numbers.entries())
    for (const other of numbers.slice(i + 1))
      expect(Math.abs(one.x - other.x) > 7 || Math.abs(one.y - other.y) >= 9).toBe(true)
})

test('points that are one on the screen are one group, and none is in two', () => {
  const points = [0, 3, 6, 50].map(cx => ({ cx, cy: 0 }))
  expect(togetherAt(points, 4).map(group => group.map(({ cx }) => cx))).toEqual([[0, 3], [6], [50]])
})
