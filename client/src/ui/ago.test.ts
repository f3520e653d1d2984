import { expect, it } from 'vitest'
import { agoIn } from './ago.ts'

const HOUR_MS = 3_600_000

it('says a time in the largest whole unit', () => {
  expect([0, -5000, 61_000, 3 * HOUR_MS, 24 * HOUR_MS, 15 * 24 * HOUR_MS].map(ms => agoIn('en', ms))).toEqual([
    null,
    null,
    '1 minute ago',
    '3 hours ago',
    'yesterday',
    '2 weeks ago',
  ])
})
