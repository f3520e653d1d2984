import { expect, test } from 'vitest'
import { clockFace, secondsLeft } from './clockTime.ts'

test('a clock counts down by whole seconds and stops at nothing', () => {
  const startedAt = '2026-09-01T09:00:00.000Z'
  const start = Date.parse(startedAt)
  const left = (ms: number) => secondsLeft({ timer: { startedAt, seconds: 60 } }, start + ms)
  expect([left(0), left(400), left(59_001), left(60_000), left(90_000), secondsLeft({ timer: null }, start)]).toEqual([
    60,
    60,
    1,
    0,
    0,
    null,
  ])
  expect([clockFace(495), clockFace(0), clockFace(4095)]).toEqual(['08:15', '00:00', '1:08:15'])
})
