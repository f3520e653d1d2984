import type { InkView, MemberId } from '@jointly/board'
import { expect, test } from 'vitest'
import { ARRANGEMENTS, type ArrangementId } from './arrange.ts'
import { type Box, holds, hull } from './box.ts'
import { boundsOf, distanceToInk, simplified } from './ink.ts'
import { stretched } from './resize.ts'
import { Trails } from './trails.ts'

const boxes: Box[] = [
  { x: 0, y: 0, w: 100, h: 40 },
  { x: 50, y: 100, w: 20, h: 60 },
  { x: 300, y: 30, w: 60, h: 20 },
]
const placed = (how: ArrangementId) => {
  const around = hull(boxes)
  return around === null ? [] : ARRANGEMENTS[how].of(boxes, around).map(({ x, y }) => [x, y])
}

test('things are lined up by one edge or middle, and move along one axis only', () => {
  expect({
    left: placed('left'),
    centre: placed('centre'),
    right: placed('right'),
    top: placed('top'),
    middle: placed('middle'),
    bottom: placed('bottom'),
  }).toEqual({
    left: [
      [0, 0],
      [0, 100],
      [0, 30],
    ],
    centre: [
      [130, 0],
      [170, 100],
      [150, 30],
    ],
    right: [
      [260, 0],
      [340, 100],
      [300, 30],
    ],
    top: [
      [0, 0],
      [50, 0],
      [300, 0],
    ],
    middle: [
      [0, 60],
      [50, 50],
      [300, 70],
    ],
    bottom: [
      [0, 120],
      [50, 100],
      [300, 140],
    ],
  })
})

test('things are spaced by equal gaps between the outermost two, whichever was selected first', () => {
  expect(placed('across')).toEqual([
    [0, 0],
    [190, 100],
    [300, 30],
  ])
  expect(placed('down')).toEqual([
    [0, 0],
    [50, 100],
    [300, 60],
  ])
})

test('a corner is pulled, the opposite one stays, and nothing becomes smaller than it can be', () => {
  const box = { x: 100, y: 100, w: 300, h: 200 }
  const bounds = { least: { w: 160, h: 60 }, most: { w: 4000, h: 4000 } }
  const by = { x: 50, y: -20 }
  expect({
    se: stretched(box, 'se', by, bounds),
    nw: stretched(box, 'nw', by, bounds),
    ne: stretched(box, 'ne', by, bounds),
    sw: stretched(box, 'sw', by, bounds),
    small: stretched(box, 'nw', { x: 900, y: 900 }, bounds),
    large: stretched(box, 'se', { x: 9e9, y: 0 }, bounds),
  }).toEqual({
    se: { x: 100, y: 100, w: 350, h: 180 },
    nw: { x: 150, y: 80, w: 250, h: 220 },
    ne: { x: 100, y: 80, w: 350, h: 220 },
    sw: { x: 150, y: 100, w: 250, h: 180 },
    small: { x: 240, y: 240, w: 160, h: 60 },
    large: { x: 100, y: 100, w: 4000, h: 200 },
  })
})

test('one box holds another only if all of it lies in it', () => {
  const outer = { x: 0, y: 0, w: 100, h: 100 }
  expect([holds(outer, { x: 0, y: 0, w: 100, h: 100 }), holds(outer, { x: 1, y: 0, w: 100, h: 10 })]).toEqual([
    true,
    false,
  ])
})

/** From 10,10 to the right, and down again: tenths of a pixel. */
const ink = { pos: { x: 10, y: 10 }, points: [0, 0, 50, 1000, 0, 50, 1000, 1000, 50] } as unknown as InkView // only its way is read

test('ink is met where its line runs and where an eraser crosses it between two points', () => {
  expect(boundsOf(ink)).toEqual({ x: 7.5, y: 7.5, w: 105, h: 105 })
  expect([
    distanceToInk(ink, { x: 60, y: 13 }),
    distanceToInk(ink, { x: 60, y: -200 }, { x: 60, y: 300 }),
    distanceToInk(ink, { x: 60, y: 60 }),
  ]).toEqual([3, 0, 50])
})

test('a stroke without what no eye would miss keeps its ends and its corners', () => {
  const way = [...Array.from({ length: 100 }, (_, i) => ({ x: i, y: 0 })), { x: 99, y: 50 }]
  expect(simplified(way, 0.4)).toEqual([
    { x: 0, y: 0 },
    { x: 99, y: 0 },
    { x: 99, y: 50 },
  ])
  expect(simplified([{ x: 1, y: 1 }], 0.4)).toEqual([{ x: 1, y: 1 }])
  expect(simplified([], 0.4)).toEqual([])
})

test('the trail of a laser fades and is forgotten', () => {
  const trails = new Trails()
  const ana = 'ana' as MemberId // any name will do
  trails.add(ana, { x: 0, y: 0 }, 0)
  trails.add(ana, { x: 5, y: 0 }, 350)
  expect(
    trails
      .now(350)
      .get(ana)
      ?.map(({ x, age }) => [x, age]),
  ).toEqual([
    [0, 0.5],
    [5, 0],
  ])
  expect(
    trails
      .now(800)
      .get(ana)
      ?.map(({ x }) => x),
  ).toEqual([5])
  trails.hold(ana, 1_000)
  expect(
    trails
      .now(1_500)
      .get(ana)
      ?.map(({ x }) => x),
  ).toEqual([5])
  expect(trails.now(2_000).size).toBe(0)
})
