import { expect, test } from 'vitest'
import { boxAround, hull, overlap } from './box.ts'
import { bringing, detailAt, fitting, inSight, toBoard, toScreen, zoomedAt } from './camera.ts'
import { edgePush } from './edgePan.ts'
import { curveBetween, distanceTo } from './linkPath.ts'
import { wrapped } from './paint.ts'
import { snap } from './snap.ts'

const SCREEN = { w: 1000, h: 600 }

test('a point of the board is found again from where it is on the screen', () => {
  const camera = { x: 130, y: -40, zoom: 0.4 }
  const point = { x: 812, y: 77 }
  const { x, y } = toBoard(camera, toScreen(camera, point))
  expect([Math.round(x), Math.round(y)]).toEqual([812, 77])
})

test('what is under the pointer stays under it while one zooms', () => {
  const before = { x: 10, y: 20, zoom: 1 }
  const pointer = { x: 400, y: 300 }
  const after = zoomedAt(before, pointer, 0.5)
  expect(toBoard(after, pointer)).toEqual(toBoard(before, pointer))
})

test('fitting shows the whole box and never makes it larger than life', () => {
  const box = { x: 500, y: 500, w: 4000, h: 900 }
  const sight = inSight(fitting(box, SCREEN), SCREEN)
  expect(sight.x <= box.x && sight.x + sight.w >= box.x + box.w).toBe(true)
  expect(fitting({ x: 0, y: 0, w: 10, h: 10 }, SCREEN).zoom).toBe(1)
})

test('bringing into sight moves no further than it must, and not at all for what is in sight', () => {
  const camera = { x: 0, y: 0, zoom: 1 }
  expect(bringing(camera, { x: 100, y: 100, w: 200, h: 100 }, SCREEN)).toBe(camera)
  expect(bringing(camera, { x: 1100, y: 100, w: 200, h: 100 }, SCREEN)).toEqual({ x: -340, y: 0, zoom: 1 })
})

test('on a small screen the room gives way before the box does, and of what is too large the beginning is seen', () => {
  const phone = { w: 320, h: 500 }
  const camera = { x: 0, y: 0, zoom: 1 }
  expect(bringing(camera, { x: 400, y: 200, w: 260, h: 90 }, phone, 88)).toEqual({ x: -370, y: 0, zoom: 1 })
  expect(bringing(camera, { x: 400, y: 200, w: 480, h: 90 }, phone, 88)).toEqual({ x: -368, y: 0, zoom: 1 })
})

test('what is fitted in lies between the bars above and the tools below', () => {
  const box = { x: 0, y: 0, w: 300, h: 2000 }
  const camera = fitting(box, SCREEN)
  const [top, bottom] = [toScreen(camera, box).y, toScreen(camera, { x: 0, y: 2000 }).y]
  expect([Math.round(top), Math.round(bottom)]).toEqual([64, SCREEN.h - 88])
})

test('far out less of a card is drawn', () => {
  expect([1, 0.5, 0.49, 0.25, 0.24].map(detailAt)).toEqual(['card', 'card', 'line', 'line', 'block'])
})

test('a rectangle is the same from whichever corner it was drawn', () => {
  const [a, b] = [
    { x: 5, y: 40 },
    { x: 30, y: 10 },
  ]
  expect(boxAround(a, b)).toEqual(boxAround(b, a))
  expect(overlap(boxAround(a, b), { x: 29, y: 11, w: 1, h: 1 })).toBe(true)
  expect(hull([])).toBe(null)
})

test('a dragged box lies flush with the nearest edge, and the line reaches both', () => {
  const other = { x: 100, y: 300, w: 200, h: 80 }
  const { by, guides } = snap({ x: 104, y: 0, w: 150, h: 60 }, [other], 6)
  expect([by, guides]).toEqual([{ x: -4, y: 0 }, [{ along: 'x', at: 100, from: 0, to: 380 }]])
  expect(snap({ x: 140, y: 0, w: 150, h: 60 }, [other], 6).guides).toEqual([])
})

test('a connector leaves from the sides that face each other', () => {
  const left = { x: 0, y: 0, w: 100, h: 50 }
  const beside = curveBetween(left, { x: 300, y: 0, w: 100, h: 50 })
  const below = curveBetween(left, { x: 0, y: 300, w: 100, h: 50 })
  expect([beside.a, beside.b, below.a, below.b]).toEqual([
    { x: 100, y: 25 },
    { x: 300, y: 25 },
    { x: 50, y: 50 },
    { x: 50, y: 300 },
  ])
  expect(distanceTo(beside, { x: 200, y: 28 }) < 6).toBe(true)
  expect(distanceTo(beside, { x: 200, y: 90 }) > 50).toBe(true)
})

test('painted words break between words and end in an ellipsis where there is no room', () => {
  expect(wrapped('one two three four five', 9, 3)).toEqual(['one two', 'three', 'four five'])
  expect(wrapped('one two three four five', 9, 2)).toEqual(['one two', 'three…'])
  expect(wrapped('a Donaudampfschiff', 9, 3)).toEqual(['a', 'Donaudamp', 'fschiff'])
})

test('what is dragged to an edge moves the picture, further out faster, and elsewhere not at all', () => {
  expect(edgePush({ x: 500, y: 300 }, SCREEN)).toEqual({ x: 0, y: 0 })
  const [near, at, beyond] = [980, 1000, 1300].map(x => edgePush({ x, y: 300 }, SCREEN).x) as [number, number, number]
  expect(near < 0 && at < near && beyond === at).toBe(true)
  expect(edgePush({ x: 0, y: 0 }, SCREEN)).toEqual({ x: 14, y: 14 })
})
