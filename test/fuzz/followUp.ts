import type { FollowUpRequest, MoveRequest, Process } from '@jointly/board'
import * as prng from 'lib0/prng'
import type { Hand } from './hand.ts'
import { anyOf } from './seeds.ts'

type Asker = Hand & { readonly process: Process }

const anyId = (random: prng.PRNG, made: ReadonlyMap<number, unknown>) => anyOf(random, [...made.keys()])
const someDay = (random: prng.PRNG) => `2027-0${prng.int32(random, 1, 9)}-1${prng.int32(random, 0, 9)}`

/** A row per type of move about follow-up. */
export const FOLLOW_UP_MOVES = {
  'action.add': ({ random, process, board }) => {
    const owner = anyOf(random, [...process.members.keys()])
    if (owner === undefined) return null
    const traces = board.cards.slice(0, prng.int32(random, 0, 2)).map(({ id }) => id)
    return { type: 'action.add', action: { what: 'Ask the office', owners: [owner], due: someDay(random), traces } }
  },
  'action.update': ({ random, process }) => {
    const action = anyId(random, process.followUp.actions)
    return action === undefined ? null : { type: 'action.update', action, change: { due: someDay(random) } }
  },
  'action.confirm': ({ random, process }) => {
    const action = anyId(random, process.followUp.actions)
    if (action === undefined) return null
    return { type: 'action.confirm', action, outcome: prng.oneOf(random, ['done', 'dropped'] as const) }
  },
  'action.reopen': ({ random, process }) => {
    const action = anyId(random, process.followUp.actions)
    return action === undefined ? null : { type: 'action.reopen', action }
  },
  'indicator.add': ({ random }) => {
    const measured = () => ({ on: someDay(random), value: prng.int32(random, -100, 100) })
    const words = { what: 'Absences', unit: 'a month', source: 'Office records' }
    return { type: 'indicator.add', indicator: { ...words, baseline: measured(), target: measured() } }
  },
  'indicator.update': ({ random, process }) => {
    const indicator = anyId(random, process.followUp.indicators)
    if (indicator === undefined) return null
    return { type: 'indicator.update', indicator, change: { ended: prng.bool(random) } }
  },
  'indicator.record': ({ random, process }) => {
    const indicator = anyId(random, process.followUp.indicators)
    if (indicator === undefined) return null
    const value = prng.bool(random) ? prng.int32(random, -100, 100) : null
    return { type: 'indicator.record', indicator, on: someDay(random), value }
  },
  'review.plan': ({ random }) => ({ type: 'review.plan', on: someDay(random) }),
  'review.cancel': ({ random, process }) => {
    const review = anyId(random, process.followUp.reviews)
    return review === undefined ? null : { type: 'review.cancel', review }
  },
  'review.hold': ({ random, process }) => {
    const review = anyId(random, process.followUp.reviews)
    return review === undefined ? null : { type: 'review.hold', review, next: '2028-01-01' }
  },
} satisfies Readonly<Record<FollowUpRequest['type'], (asker: Asker) => MoveRequest | null>>
