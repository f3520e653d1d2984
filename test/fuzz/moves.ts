import {
  idsOf,
  latestVersion,
  type MoveRequest,
  type MoveType,
  NO_RULES,
  newId,
  type Process,
  RoundId,
  Word,
  wordingOf,
} from '@jointly/board'
import * as prng from 'lib0/prng'
import { FOLLOW_UP_MOVES } from './followUp.ts'
import type { Hand } from './hand.ts'
import { anyOf } from './seeds.ts'

type Asker = Hand & { readonly process: Process }

/** A random move, or null where there is nothing to ask; whether it is taken is the server's to say. */
export const someMove = (asker: Asker): MoveRequest | null => MOVES[prng.oneOf(asker.random, MOVE_TYPES)](asker)

const interestOf = ({ random, board }: Asker) =>
  anyOf(
    random,
    board.cards.filter(({ kind }) => kind === 'interest'),
  )

const sideOf = ({ random, process }: Asker) => anyOf(random, process.sides)?.id

const aboutRound = <Type extends 'round.close' | 'round.release' | 'round.hold' | 'round.cancel'>(
  { random, process }: Asker,
  type: Type,
) => {
  const round = anyOf(random, [...process.rounds.values()])
  return round === undefined ? null : { type, round: round.id }
}

/** A row per type of move. What announces a pause or a stage that closes others does so for longer than a test runs. */
const MOVES = {
  'stage.open': ({ random, process }) => {
    const step = anyOf(random, process.steps)
    if (step === undefined) return null
    const only = prng.bool(random) ? { only: true as const, warnSeconds: 3600 } : {}
    return { type: 'stage.open', stage: step.id, ...only }
  },
  'late.admit': ({ random, process, board }) => {
    const [member, card] = [anyOf(random, [...process.members.keys()]), anyOf(random, board.cards)]
    return member === undefined || card === undefined ? null : { type: 'late.admit', member, cards: [card.id] }
  },
  'interest.adopt': asker => {
    const card = interestOf(asker)
    return card === undefined ? null : { type: 'interest.adopt', card: card.id, wording: wordingOf(card) }
  },
  'interest.withdraw': asker => {
    const card = interestOf(asker)
    return card === undefined ? null : { type: 'interest.withdraw', card: card.id }
  },
  'interest.confirm': asker => {
    const card = interestOf(asker)
    return card === undefined ? null : { type: 'interest.confirm', card: card.id, wording: wordingOf(card) }
  },
  'link.confirm': ({ random, board }) => {
    const link = anyOf(random, board.links)
    return link === undefined ? null : { type: 'link.confirm', link: link.id }
  },
  'link.withdraw': ({ random, board }) => {
    const link = anyOf(random, board.links)
    return link === undefined ? null : { type: 'link.withdraw', link: link.id }
  },
  'layout.lock': () => ({ type: 'layout.lock' }),
  'layout.unlock': () => ({ type: 'layout.unlock' }),
  'editing.pause': () => ({ type: 'editing.pause', warnSeconds: 3600 }),
  'editing.resume': () => ({ type: 'editing.resume' }),
  'timer.start': ({ random }) => ({ type: 'timer.start', seconds: prng.int32(random, 1, 3600) }),
  'timer.stop': () => ({ type: 'timer.stop' }),
  'rules.propose': ({ random }) => ({ type: 'rules.propose', rules: { ...NO_RULES, weights: prng.bool(random) } }),
  'rules.accept': ({ process }) => ({ type: 'rules.accept', version: process.rules.proposed?.version ?? 1 }),
  'rules.acknowledge': ({ process }) => ({ type: 'rules.acknowledge', version: process.rules.inForce?.version ?? 1 }),
  'caucus.call': asker => {
    const side = sideOf(asker)
    return side === undefined ? null : { type: 'caucus.call', side, minutes: 5 }
  },
  'caucus.end': asker => {
    const side = sideOf(asker)
    return side === undefined ? null : { type: 'caucus.end', side }
  },
  'round.open': ({ random }) => ({
    type: 'round.open',
    round: newId(RoundId),
    kind: 'rating',
    scale: 'words',
    anonymity: prng.oneOf(random, ['named', 'side', 'none'] as const),
  }),
  'round.submit': ({ random, process }) => {
    const round = anyOf(random, [...process.rounds.values()])
    if (round === undefined) return null
    const { options, criteria } = idsOf(round.subject)
    const word = () => prng.oneOf(random, Word.options)
    const rows = options.map(option => [option, Object.fromEntries(criteria.map(one => [one, word()]))])
    return { type: 'round.submit', round: round.id, answer: { ratings: Object.fromEntries(rows) } }
  },
  'round.close': asker => aboutRound(asker, 'round.close'),
  'round.release': asker => aboutRound(asker, 'round.release'),
  'round.hold': asker => aboutRound(asker, 'round.hold'),
  'round.cancel': asker => aboutRound(asker, 'round.cancel'),
  'agreement.propose': () => ({ type: 'agreement.propose' }),
  'agreement.sign': ({ process }) => ({ type: 'agreement.sign', version: latestVersion(process)?.version ?? 1 }),
  'agreement.withdraw': ({ process }) => ({
    type: 'agreement.withdraw',
    version: latestVersion(process)?.version ?? 1,
  }),
  'ratification.record': ({ random }) => ({
    ...{ type: 'ratification.record', body: 'School committee', against: 2 },
    for: prng.int32(random, 0, 9),
  }),
  'erase.propose': ({ random, board }) => {
    const card = anyOf(random, board.cards)
    return card === undefined ? null : { type: 'erase.propose', cards: [card.id] }
  },
  'erase.withdraw': ({ process }) => {
    const [proposal] = [...process.erasures.keys()]
    return proposal === undefined ? null : { type: 'erase.withdraw', proposal }
  },
  // The last yes begins the board anew for every copy: test/server/erase.test.ts does it.
  'erase.accept': () => null,
  ...FOLLOW_UP_MOVES,
} satisfies Readonly<Record<MoveType, (asker: Asker) => MoveRequest | null>>

const MOVE_TYPES = Object.keys(MOVES) as MoveType[]
