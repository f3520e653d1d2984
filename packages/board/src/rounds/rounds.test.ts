import { describe, expect, test } from 'vitest'
import { refusalOf } from '../decide.ts'
import { putAway } from '../edit.ts'
import { type CardId, RoundId, type SideId } from '../ids.ts'
import type { MoveRequest } from '../moves.ts'
import type { Process } from '../process.ts'
import { NO_RULES } from '../rules.ts'
import { bodyOf } from '../schema.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION, words } from '../testing.ts'
import { watchBoard } from '../view.ts'
import type { Anonymity } from '../weighing/disclosure.ts'
import type { Rating } from '../weighing/ratings.ts'
import { roundEntry } from './entry.ts'
import { releasedRatings } from './released.ts'
import { sideResult as resultOfSide } from './result.ts'
import type { RatingResult } from './results.ts'
import { hasAnswered, type Round } from './round.ts'
import { changesSince } from './subject.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, ugo, max, mia, fay, obi } = people
const R = RoundId.parse('r1')

const table = () => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
  const other = post(doc, fay, { kind: 'option', text: 'Two floating teachers' })
  const criterion = post(doc, fay, { kind: 'criterion', text: 'Works on the worst day' })
  const fair = post(doc, fay, { kind: 'criterion', text: 'Fair' })
  return { doc, board: watchBoard(doc).view, option, other, criterion, fair }
}
type Table = ReturnType<typeof table>

const open: Extract<MoveRequest, { type: 'round.open' }> = {
  type: 'round.open',
  round: R,
  kind: 'rating',
  scale: 'words',
  anonymity: 'named',
}
const close: MoveRequest = { type: 'round.close', round: R }
const release: MoveRequest = { type: 'round.release', round: R, spread: true }
const cancel: MoveRequest = { type: 'round.cancel', round: R }
const answerOf = (option: CardId, criterion: CardId, rating: Rating): MoveRequest => ({
  type: 'round.submit',
  round: R,
  answer: { ratings: { [option]: { [criterion]: rating } } },
})

type Who = typeof ana
/** The rounds of these tests are of ratings unless one says otherwise. */
const sideResult = (of: Parameters<typeof resultOfSide>[0]) => resultOfSide(of) as RatingResult
/** The board after these moves, and the round that they are about. */
const play = (at: Table, from: Process, moves: Played) => {
  const { process, answers } = playRounds(from, moves, at.board)
  return { process, answers, round: process.rounds.get(R) as Round }
}
/** Enough of each side for results without names, and a guest. */
const crowd = ['Eva', 'Ivo', 'Oda'].map(name => member(name, { side: UNION }))
const managers = ['Abe', 'Bea', 'Cid'].map(name => member(name, { side: MANAGEMENT }))
const gus = member('Gus', { side: UNION, role: 'guest' })
const everybody = [...Object.values(people), ...crowd, ...managers, gus]
const inForce = (switches: Partial<typeof NO_RULES> = {}) =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules: { ...NO_RULES, ...switches } }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { members: everybody },
  )
const asks = (at: Table, process: Process, who: Who, move: MoveRequest, now?: number) =>
  refusalOf({ process, board: at.board(), member: who, move, ...(now !== undefined && { now }) })

describe('[N1] a round is opened', () => {
  test('[N1] by a facilitator or a co-chair, over all options and criteria as they are worded', () => {
    const at = table()
    expect([fay, ana, ugo, obi].map(who => asks(at, inForce(), who, open))).toEqual([
      null,
      null,
      'not_co_chair',
      'read_only',
    ])
    const { round } = play(at, inForce(), [[fay, open]])
    expect(round.subject.options.map(({ id }) => id)).toEqual([at.option, at.other])
    expect(round.subject.criteria.map(({ id }) => id)).toEqual([at.criterion, at.fair])
  })

  test('[N1] over a part of them, where it is named', () => {
    const at = table()
    const { round } = play(at, inForce(), [[fay, { ...open, subject: { criteria: [at.fair] } }]])
    expect([round.subject.options.length, round.subject.criteria.map(({ id }) => id)]).toEqual([2, [at.fair]])
    const gone = { ...open, subject: { criteria: [at.option] } }
    expect(asks(at, inForce(), fay, gone)).toBe('unknown_option')
  })

  test('[N1] not beside another one, not over nothing, and in points only where the rules say so', () => {
    const at = table()
    const { process } = play(at, inForce(), [[fay, open]])
    expect(asks(at, process, fay, { ...open, round: RoundId.parse('r2') })).toBe('round_running')
    expect(asks(at, process, fay, open)).toBe('already_open')
    const empty = watchBoard(emptyBoard()).view()
    expect(refusalOf({ process: inForce(), board: empty, member: fay, move: open })).toBe('nothing_to_weigh')
    expect(asks(at, inForce(), fay, { ...open, scale: 'points' })).toBe('not_switched_on')
  })
})

describe('[N2] an answer', () => {
  test('[N2] is taken from whoever is counted on a side, while the round is open', () => {
    const at = table()
    const { process } = play(at, inForce(), [[fay, open]])
    const answer = answerOf(at.option, at.fair, 'meets')
    expect([ana, fay, gus].map(who => asks(at, process, who, answer))).toEqual([null, 'no_side', 'no_side'])
    const closed = play(at, process, [[fay, close]]).process
    expect(asks(at, closed, ana, answer)).toBe('round_not_open')
    expect(asks(at, inForce(), ana, answer)).toBe('no_such_round')
  })

  test('[N2] is refused where it is of other cards, of another scale, empty or out of range', () => {
    const at = table()
    const { process } = play(at, inForce(), [[fay, open]])
    const inPoints = play(at, inForce({ points: true }), [[fay, { ...open, scale: 'points' }]]).process
    expect([
      asks(at, process, ana, answerOf(at.fair, at.fair, 'meets')),
      asks(at, process, ana, answerOf(at.option, at.fair, 50)),
      asks(at, process, ana, { type: 'round.submit', round: R, answer: { ratings: {} } }),
      asks(at, inPoints, ana, answerOf(at.option, at.fair, 101)),
      asks(at, inPoints, ana, answerOf(at.option, at.fair, 'meets')),
      asks(at, inPoints, ana, answerOf(at.option, at.fair, 'cannot-judge')),
    ]).toEqual(['unknown_option', 'wrong_scale', 'nothing_answered', 'value_out_of_range', 'wrong_scale', null])
  })

  test('[N2] stands in the minutes as nothing but that it was given; a second one takes its place', () => {
    const at = table()
    const entry = roundEntry(answerOf(at.option, at.fair, 'meets') as never, {
      ...{ process: inForce(), board: at.board(), member: ana, answers: [], seen: [] },
    })
    expect(entry).toEqual({ type: 'round.submit', round: R })
    const { round } = play(at, inForce(), [
      [fay, open],
      [ana, answerOf(at.option, at.fair, 'meets')],
      [ana, answerOf(at.option, at.fair, 'not')],
    ])
    expect([...round.answered]).toEqual([[ana.id, UNION]])
  })
})

/** Four of the union and Max answer one cell; the union's first and last differ. */
const ratings = ['meets', 'partly', 'meets', 'not'] as const
const answered = (at: Table, anonymity: Anonymity, given: readonly Rating[] = ratings) => {
  const union = [ana, ...crowd]
  return play(at, inForce(), [
    [fay, { ...open, anonymity }],
    ...union.slice(0, given.length).map((who, i) => [who, answerOf(at.option, at.fair, given[i] as Rating)] as const),
    [max, answerOf(at.option, at.fair, 'not')],
    [fay, close],
  ])
}
const cellOf = (result: ReturnType<typeof sideResult>, at: Table, side: SideId) =>
  result.ratings[at.option]?.[at.fair]?.[side]

test('[N40] whoever changes side has not answered there until they answer again, and counts once', () => {
  const at = table()
  const answer = answerOf(at.option, at.criterion, 'meets')
  const before = play(at, processAfter([]), [
    [fay, open],
    [ugo, answer],
  ])
  const moved = { ...ugo, side: MANAGEMENT }
  const after = play(at, before.process, [[moved, answer]])
  expect([before, after].map(({ round }) => [ugo, moved].map(one => hasAnswered(round, one)))).toEqual([
    [true, false],
    [false, true],
  ])
  expect(after.round.answered.size).toBe(1)
})

test('[N3] a side’s own result holds its own answers alone', () => {
  const at = table()
  const { process, round, answers } = answered(at, 'side')
  const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen: [] })
  expect(Object.keys(own.ratings[at.option]?.[at.fair] ?? {})).toEqual([UNION])
  expect(cellOf(own, at, UNION)).toMatchObject({ mean: 62.5, n: 4, missing: 0, marks: [100, 100, 50, 0] })
  expect(own.people).toBeUndefined()
})

test('[N4] names, marks, means: as deep as the anonymity and the release allow', () => {
  const at = table()
  const ofUnion = (anonymity: Anonymity) => {
    const { process, round, answers } = answered(at, anonymity)
    const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen: [] })
    return { cell: cellOf(own, at, UNION), people: own.people?.length }
  }
  expect(ofUnion('named')).toMatchObject({ cell: { marks: [100, 100, 50, 0] }, people: 4 })
  expect(ofUnion('none').cell).toMatchObject({ mean: 62.5, n: 4, spread: expect.any(Number) })
  expect(ofUnion('none').cell).not.toHaveProperty('marks')
})

test('[N4] of fewer than four answers without names only how many is told', () => {
  const at = table()
  const { process, round, answers } = answered(at, 'side', ['meets', 'partly', 'meets'])
  const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen: [] })
  expect(own.sides[UNION]).toEqual({ answered: 3, spread: true, hidden: 'few' })
  expect(cellOf(own, at, UNION)).toEqual({ hidden: true, answered: 3, mean: null, spread: null })
})

describe('[N5] a release', () => {
  const played = (at: Table, moves: readonly (readonly [Who, MoveRequest])[], from = inForce()) =>
    play(at, from, [
      [fay, { ...open, anonymity: 'named' }],
      [ana, answerOf(at.option, at.fair, 'meets')],
      [ugo, answerOf(at.option, at.fair, 'partly')],
      [max, answerOf(at.option, at.fair, 'not')],
      ...moves,
    ])

  test('[N5] by the last deciding side brings the joint result; by the first nothing but that it was', () => {
    const at = table()
    const first = played(at, [
      [fay, close],
      [ana, release],
    ])
    expect(first.round.state).toEqual({
      is: 'closed',
      byTime: false,
      releases: new Map([[UNION, { by: ana.id, spread: true }]]),
      holds: new Map(),
    })
    const { state } = played(at, [
      [fay, close],
      [ana, release],
      [max, { type: 'round.release', round: R }],
    ]).round
    const result = state.is === 'released' ? (state.result as RatingResult) : null
    expect(result?.ratings[at.option]?.[at.fair]).toMatchObject({
      [UNION]: { mean: 75, n: 2, spread: 25, marks: [100, 50] },
      [MANAGEMENT]: { mean: 0, n: 1, spread: null },
    })
    expect(result?.people?.map(({ member }) => member)).toEqual([ana.id, ugo.id])
  })

  test('[N5] is refused from the wrong hands, too early, twice, under no rules and with a silent side', () => {
    const at = table()
    const { process: running } = played(at, [])
    const { process: closed } = played(at, [[fay, close]])
    const { process: half } = played(at, [
      [fay, close],
      [ana, release],
    ])
    const { process: gone } = played(at, [[fay, cancel]])
    const lawless = played(at, [[fay, close]], processAfter()).process
    const silent = play(at, inForce(), [
      [fay, open],
      [ana, answerOf(at.option, at.fair, 'meets')],
      [fay, close],
    ]).process
    expect([
      asks(at, closed, fay, release),
      asks(at, closed, ugo, release),
      asks(at, closed, mia, release),
      asks(at, running, ana, release),
      asks(at, half, ana, release),
      asks(at, gone, ana, release),
      asks(at, lawless, ana, release),
      asks(at, silent, ana, release),
      asks(at, half, max, release),
    ]).toEqual([
      'no_side',
      'not_co_chair',
      'not_co_chair',
      'round_not_closed',
      'already_released',
      'round_cancelled',
      'rules_not_in_force',
      'side_has_no_answer',
      null,
    ])
  })
})

describe('[Q18] the same question asked again without names', () => {
  const again = (after: readonly Rating[]) => {
    const at = table()
    const all = [ana, ...crowd]
    const chairs = [max, ...managers]
    const round = (id: string, given: readonly Rating[]): readonly (readonly [Who, MoveRequest])[] => {
      const named = { round: RoundId.parse(id) }
      return [
        [fay, { ...open, ...named, anonymity: 'side' }],
        ...all.map((who, i) => [who, { ...answerOf(at.option, at.fair, given[i] as Rating), ...named }] as never),
        ...chairs.map(who => [who, { ...answerOf(at.option, at.fair, 'not'), ...named }] as never),
        [fay, { ...close, ...named } as MoveRequest],
        [ana, { ...release, ...named } as MoveRequest],
        [max, { ...release, ...named } as MoveRequest],
      ]
    }
    const { process } = play(at, inForce(), [
      ...round('r0', ['meets', 'meets', 'meets', 'meets']),
      ...round('r2', after),
    ])
    const { state } = process.rounds.get(RoundId.parse('r2')) as Round
    const now = releasedRatings(process.rounds)?.ratings[at.option]?.[at.fair]?.[UNION]
    return { ...(state.is === 'released' && state.result.sides[UNION]), now: now?.mean }
  }

  test('[Q18] shows nothing new where fewer than four can be shown to have changed', () => {
    expect(again(['not', 'meets', 'meets', 'meets'])).toMatchObject({ hidden: 'few-changed' })
    expect(again(['not', 'partly', 'not', 'meets'])).toMatchObject({ hidden: 'few-changed' })
  })

  test('[N7] the earlier result stands then, and else the later one', () => {
    expect(again(['not', 'meets', 'meets', 'meets']).now).toBe(100)
    expect(again(['not', 'not', 'not', 'not']).now).toBe(0)
  })

  test('[Q18] shows it where four did', () => {
    expect(again(['not', 'partly', 'not', 'not'])).toMatchObject({ answered: 4, spread: true })
    expect(again(['not', 'partly', 'not', 'not'])).not.toHaveProperty('hidden')
  })
})

test('[N6] what was reworded or put away since is named', () => {
  const at = table()
  const { round } = play(at, inForce(), [[fay, open]])
  words(at.doc, at.fair).insert(0, 'Not un')
  putAway(at.doc, at.other)
  expect(bodyOf(at.doc, at.fair)).toBeDefined()
  expect(changesSince(round.subject, at.board())).toEqual({
    reworded: new Set([at.fair]),
    gone: new Set([at.other]),
  })
})

test('[N7] a cell says what it was answered in: 50 points are no "partly"', () => {
  const at = table()
  const rate = (rating: Rating): Played => [
    ...[ana, max].map(who => [who, answerOf(at.option, at.fair, rating)] as const),
    [fay, close],
    [ana, release],
    [max, release],
  ]
  const scaleOf = (rounds: Process['rounds']) => releasedRatings(rounds)?.scaleOf(at.option, at.fair, UNION)
  const inPoints = play(at, inForce({ points: true }), [[fay, { ...open, scale: 'points' }], ...rate(50)])
  const inWords = play(at, inForce({ points: true }), [[fay, open], ...rate('partly')])
  expect([inPoints, inWords].map(({ process }) => scaleOf(process.rounds))).toEqual(['points', 'words'])
})
