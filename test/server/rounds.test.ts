import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  type Answer,
  type MoveRequest,
  newId,
  postCard,
  type RatingResult,
  type Round,
  RoundId,
  type RoundKind,
} from '@jointly/board'
import { MANAGEMENT, UNION } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { call, move, openScreen, synced } from '../world.ts'
import {
  type At,
  close,
  endTables,
  filesOf,
  listen,
  minutesOf,
  reachOf,
  release,
  roundOf,
  weighing,
} from './sealing.ts'
import type { Seated } from './seats.ts'

/** A number that nobody writes by chance, one for each answer. */
const canary = (i: number): number => 61.730917 + i * 1.000113

afterEach(endTables)

const opened = (at: At, anonymity: Round['anonymity']) =>
  at.take(at.table.fay, { type: 'round.open', round: at.round, kind: 'rating', scale: 'points', anonymity })
const answer = ({ round, option, other, criterion }: At, value: number): MoveRequest => ({
  type: 'round.submit',
  round,
  answer: { ratings: { [option]: { [criterion]: value }, [other]: { [criterion]: 50 } } },
})
/** Everybody of both sides answers with a number of their own; the i-th number is the i-th person's. */
const everybodyAnswers = async (at: At): Promise<readonly Seated[]> => {
  const all = [...at.union, ...at.management]
  for (const [i, who] of all.entries()) await at.take(who, answer(at, canary(i)))
  return all
}
const stateOf = async (at: At) => (await minutesOf(at, at.table.obi)).rounds.get(at.round)?.state
const resultOf = async (at: At): Promise<RatingResult | null> => {
  const state = await stateOf(at)
  // The rounds of these tests are of ratings.
  return state?.is === 'released' ? (state.result as RatingResult) : null
}

/** As text, and as Yjs writes a number. */
const formsOf = (value: number): readonly Buffer[] => {
  const binary = Buffer.alloc(8)
  binary.writeDoubleBE(value)
  return [Buffer.from(String(value)), binary]
}
const holds = (bytes: Buffer, value: number) => formsOf(value).some(form => bytes.includes(form))

describe('[O1] a sealed answer', () => {
  test('[O1] reaches nobody else while the round is open, nor when one side has released', async () => {
    const at = await weighing()
    await opened(at, 'named')
    const listeners = [at.table.fay, at.table.obi, at.table.ugo, at.table.mia, at.table.gus]
    const heard = await Promise.all(listeners.map(who => listen(at, who)))
    const all = await everybodyAnswers(at)
    // What is looked for is there to be found.
    expect(all.map((_, i) => holds(filesOf(at), canary(i)))).not.toContain(false)

    const leaks = async (mayKnow: (who: Seated, of: Seated) => boolean) => {
      const found: string[] = []
      for (const [i, who] of listeners.entries()) {
        const reach = Buffer.concat([await reachOf(at, who), ...(heard[i] ?? [])])
        for (const [k, of] of all.entries())
          if (holds(reach, canary(k)) && !mayKnow(who, of)) found.push(`${who.member.name}: ${of.member.name}`)
      }
      return found
    }
    expect(await leaks((who, of) => who === of)).toEqual([])
    await close(at)
    const sameSide = (who: Seated, of: Seated) => who.member.role === 'member' && who.member.side === of.member.side
    expect(await leaks(sameSide)).toEqual([])
    await release(at, at.table.ana)
    expect(await leaks(sameSide)).toEqual([])
  })

  test('[O1] is read again by whoever gave it, and replaced until the close', async () => {
    const at = await weighing()
    await opened(at, 'side')
    await at.take(at.table.ugo, answer(at, canary(1)))
    await at.take(at.table.ugo, answer(at, canary(2)))
    const { mine } = await roundOf(at, at.table.ugo)
    expect(mine).toMatchObject({ ratings: { [at.option]: { [at.criterion]: canary(2) } } })
    expect((await roundOf(at, at.table.ana)).mine).toBeNull()
    expect([...((await minutesOf(at, at.table.obi)).rounds.get(at.round)?.answered ?? [])]).toEqual([
      [at.table.ugo.member.id, UNION],
    ])
    expect(holds(filesOf(at), canary(2))).toBe(true)
  })

  test('[O1] is of the side for which it was given: whoever moves reads none of theirs on the other, and answers anew', async () => {
    const at = await weighing()
    const { ana, max, ugo, obi, team } = at.table
    await opened(at, 'side')
    await at.take(ugo, answer(at, canary(1)))
    const changes = { params: { id: team, mid: ugo.member.id } }
    await call(at.world.url, 'changeMember', { token: ana.token, ...changes, body: { side: MANAGEMENT } })
    await call(at.world.url, 'changeMember', { token: max.token, ...changes, body: { admitted: true } })
    expect((await roundOf(at, ugo)).mine).toBeNull()
    const answeredFor = async () => (await minutesOf(at, obi)).rounds.get(at.round)?.answered.get(ugo.member.id)
    expect(await answeredFor()).toBe(UNION)
    await at.take(ugo, answer(at, canary(2)))
    expect((await roundOf(at, ugo)).mine).toMatchObject({ ratings: { [at.option]: { [at.criterion]: canary(2) } } })
    expect([await answeredFor(), holds(filesOf(at), canary(2))]).toEqual([MANAGEMENT, true])
  })
})

test('[O2] the joint result comes in the move that completes it, and the answers end with it', async () => {
  const at = await weighing()
  await opened(at, 'named')
  await everybodyAnswers(at)
  await close(at)
  await release(at, at.table.ana)
  expect(await resultOf(at)).toBeNull()
  await release(at, at.table.max)
  const result = await resultOf(at)
  const mean = (from: number) => [0, 1, 2, 3].reduce((sum, i) => sum + canary(from + i), 0) / 4
  expect(result?.ratings[at.option]?.[at.criterion]?.[UNION]?.mean).toBeCloseTo(mean(0), 9)
  expect(result?.ratings[at.option]?.[at.criterion]?.[MANAGEMENT]?.mean).toBeCloseTo(mean(4), 9)
  expect(result?.people).toHaveLength(8)
  expect(await at.world.app.services.storage.answers(at.table.board, at.round)).toEqual([])
})

test('[O2] two sides that release at the same moment bring one result', async () => {
  const at = await weighing()
  await opened(at, 'named')
  await everybodyAnswers(at)
  await close(at)
  await Promise.all([release(at, at.table.ana), release(at, at.table.max)])
  expect((await resultOf(at))?.people).toHaveLength(8)
})

test('[O3] a side’s own result is told to that side alone, and only once the round is closed', async () => {
  const at = await weighing()
  await opened(at, 'side')
  await everybodyAnswers(at)
  expect((await roundOf(at, at.table.ugo)).own).toBeNull()
  await close(at)
  const { fay, ugo, mia, gus, obi } = at.table
  const told = await Promise.all([fay, obi, gus, ugo, mia].map(async who => (await roundOf(at, who)).own))
  expect(told.map(own => own && Object.keys(own.sides))).toEqual([null, null, null, [UNION], [MANAGEMENT]])
})

test('[O4] after a release without names nothing on the disk links a person to an answer', async () => {
  const at = await weighing()
  await opened(at, 'side')
  const all = await everybodyAnswers(at)
  // Some think again: neither the first answer nor the order tells anything later.
  for (const [i, who] of [...all.entries()].reverse()) await at.take(who, answer(at, canary(10 + i)))
  await close(at)
  await release(at, at.table.ana)
  await release(at, at.table.max)

  const result = await resultOf(at)
  expect(result?.people).toBeUndefined()
  const marks = result?.ratings[at.option]?.[at.criterion]?.[UNION]
  expect(marks && 'marks' in marks && marks.marks).toEqual([13, 12, 11, 10].map(canary))
  // The result itself stands in the minutes as Yjs writes numbers; an answer lay on the disk as text.
  const files = filesOf(at)
  const left = [...Array(8).keys()].flatMap(i => [i, 10 + i]).filter(i => files.includes(String(canary(i))))
  expect(left).toEqual([])
  const db = new DatabaseSync(join(at.world.dataDir, 'jointly.db'), { readOnly: true })
  expect(db.prepare('SELECT count(*) AS n FROM answers').get()).toEqual({ n: 0 })
  expect(() => db.prepare('SELECT rowid FROM answers').all()).toThrow(/rowid/)
  db.close()
})

test('[O5] a cancelled round’s answers are gone from the disk unseen', async () => {
  const at = await weighing()
  await opened(at, 'named')
  const all = await everybodyAnswers(at)
  await close(at)
  await at.take(at.table.fay, { type: 'round.cancel', round: at.round })
  const files = filesOf(at)
  expect(all.filter((_, i) => holds(files, canary(i)))).toEqual([])
  expect(await stateOf(at)).toEqual({ is: 'cancelled', wasClosed: true })
  expect(await roundOf(at, at.table.ana)).toEqual({ mine: null, own: null })
})

describe('[O24] while somebody reads the files, as a backup does,', () => {
  /** What a reader holds back until it is done; answers are on the disk as text. */
  const whileRead = async (at: At, act: () => Promise<void>) => {
    const reader = new DatabaseSync(join(at.world.dataDir, 'jointly.db'), { readOnly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM answers').get()
    await act()
    const held = filesOf(at).includes(String(canary(0)))
    reader.exec('COMMIT')
    reader.close()
    return held
  }
  const untidyLines = ({ lines }: At) => lines.filter(line => line.includes('still lies in the files'))
  const tidied = (at: At) => vi.waitUntil(() => !filesOf(at).includes(String(canary(0))), { timeout: 10_000 })

  test('[O24] the release that completes a round is answered as done, and the answers are gone soon after', async () => {
    const at = await weighing()
    await opened(at, 'none')
    await everybodyAnswers(at)
    await close(at)
    await release(at, at.table.ana)
    expect(await whileRead(at, () => release(at, at.table.max))).toBe(true)
    expect((await stateOf(at))?.is).toBe('released')
    await tidied(at)
    expect(untidyLines(at)).toHaveLength(1)
    expect(holds(Buffer.from(untidyLines(at).join('')), canary(0))).toBe(false)
  })

  test('[O24] a round is cancelled, and a caucus purged', async () => {
    const at = await weighing()
    await opened(at, 'none')
    await everybodyAnswers(at)
    await whileRead(at, async () => {
      await at.take(at.table.fay, { type: 'round.cancel', round: at.round })
      const params = { id: at.table.board, side: UNION }
      await call(at.world.url, 'purgeCaucus', { token: at.table.ana.token, params })
    })
    expect((await stateOf(at))?.is).toBe('cancelled')
    await tidied(at)
  })
})

test('[O6] a refused move is told with its reason and changes nothing', async () => {
  const at = await weighing()
  const { fay, ana, ugo, obi } = at.table
  await opened(at, 'named')
  const { round } = at
  const before = (await minutesOf(at, obi)).seq
  const refusals = [
    [ugo, { type: 'round.close', round }],
    [fay, answer(at, 50)],
    [ana, answer(at, 101)],
    [ana, { type: 'round.release', round }],
    [obi, { type: 'round.cancel', round }],
    [fay, { type: 'round.open', round: newId(RoundId), kind: 'rating', scale: 'words', anonymity: 'none' }],
  ] as const satisfies readonly (readonly [Seated, MoveRequest])[]
  const codes = []
  for (const [who, request] of refusals) {
    const { status, body } = await move(at.world, who, at.table.board, request)
    codes.push([status, (body as Problem).code])
  }
  expect(codes).toEqual([
    [409, 'not_co_chair'],
    [409, 'no_side'],
    [409, 'value_out_of_range'],
    [409, 'round_not_closed'],
    [409, 'read_only'],
    [409, 'round_running'],
  ])
  expect((await minutesOf(at, obi)).seq).toBe(before)
})

test('[O25] the largest round that can be opened is answered whole, and what no answer needs is not taken in', async () => {
  const at = await weighing()
  const { board, fay, ugo } = at.table
  const screen = openScreen(at.world, fay, `joint:${board}`)
  await synced(screen)
  const author = { by: fay.member.id, side: null }
  const post = (kind: 'option' | 'criterion', count: number) =>
    Array.from({ length: count }, (_, i) => postCard(screen.doc, { ...author, kind, text: `${kind} ${i}` }))
  const { options, criteria } = { options: post('option', 200), criteria: post('criterion', 50) }
  await vi.waitFor(async () => {
    const subject = { options, criteria }
    await at.take(fay, {
      type: 'round.open',
      round: at.round,
      kind: 'rating',
      scale: 'points',
      anonymity: 'none',
      subject,
    })
  })
  screen.close()
  const row = Object.fromEntries(criteria.map((id, i) => [id, canary(i) / 3]))
  const ratings = Object.fromEntries(options.map(id => [id, row]))
  await at.take(ugo, { type: 'round.submit', round: at.round, answer: { ratings } })
  expect((await roundOf(at, ugo)).mine).toEqual({ ratings })
  const endless = { type: 'consensus', reason: 'x'.repeat(1e6) } as unknown as MoveRequest
  expect((await move(at.world, ugo, board, endless)).status).toBe(413)
}, 30_000)

/** What each kind of number round is opened by and answered with; the i-th number is the i-th person's. */
const NUMBERED = {
  weights: { opener: 'fay', answerOf: (at: At, i: number) => ({ points: { [at.criterion]: canary(i) } }) },
  'no-agreement': { opener: 'ana', answerOf: (_at: At, i: number) => ({ value: canary(i) }) },
} as const satisfies Partial<Record<RoundKind, { opener: 'fay' | 'ana'; answerOf: (at: At, i: number) => Answer }>>

describe.each(Object.entries(NUMBERED))('[O7] a round of kind %s', (kind, { opener, answerOf }) => {
  const open = (at: At, anonymity: Round['anonymity'] = 'named') =>
    at.take(at.table[opener], { type: 'round.open', round: at.round, kind: kind as RoundKind, anonymity })

  test('[O7] is sealed as a rating round is: no byte of an answer reaches another side, nor anybody while it is open', async () => {
    const at = await weighing()
    await open(at)
    const listeners = [at.table.fay, at.table.obi, at.table.mia, at.table.max]
    const heard = await Promise.all(listeners.map(who => listen(at, who)))
    for (const [i, who] of at.union.entries())
      await at.take(who, { type: 'round.submit', round: at.round, answer: answerOf(at, i) })
    const leaks = async () => {
      const reach = await Promise.all(listeners.map(async (who, i) => [await reachOf(at, who), ...(heard[i] ?? [])]))
      return at.union.filter((_, i) => holds(Buffer.concat(reach.flat()), canary(i))).map(({ member }) => member.name)
    }
    // What is looked for is there to be found.
    expect(at.union.map((_, i) => holds(filesOf(at), canary(i)))).not.toContain(false)
    expect(await leaks()).toEqual([])
    await at.take(at.table[opener], { type: 'round.close', round: at.round })
    expect(await leaks()).toEqual([])
    expect(Object.keys((await roundOf(at, at.table.ugo)).own?.sides ?? {})).toEqual([UNION])
    expect((await roundOf(at, at.table.mia)).own?.sides[UNION]).toBeUndefined()
    await at.take(at.table[opener], { type: 'round.cancel', round: at.round })
    expect(at.union.filter((_, i) => holds(filesOf(at), canary(i)))).toEqual([])
  })
})

test('[O7] a no-agreement value comes with its own side’s release, and its answers end with it', async () => {
  const at = await weighing()
  const { ana, ugo, mia, max } = at.table
  await at.take(ana, { type: 'round.open', round: at.round, kind: 'no-agreement', anonymity: 'named' })
  await at.take(ana, { type: 'round.submit', round: at.round, answer: { value: 40 } })
  await at.take(ugo, { type: 'round.submit', round: at.round, answer: { value: 60 } })
  await at.take(ana, { type: 'round.close', round: at.round })
  expect((await roundOf(at, mia)).own).toBeNull()
  const refused = await move(at.world, max, at.table.board, { type: 'round.release', round: at.round })
  expect([refused.status, (refused.body as Problem).code]).toEqual([409, 'not_your_side'])
  await release(at, ana)
  const state = await stateOf(at)
  expect(state?.is === 'released' && state.result).toMatchObject({ value: { [UNION]: { mean: 50, n: 2 } } })
  expect(await at.world.app.services.storage.answers(at.table.board, at.round)).toEqual([])
})

test('[O8] every refusal of a weighing is told with its own reason and changes nothing', async () => {
  const at = await weighing()
  const { fay, ana, ugo, max, mia, obi } = at.table
  const weights = newId(RoundId)
  const own = newId(RoundId)
  await at.take(fay, { type: 'round.open', round: weights, kind: 'weights', anonymity: 'named' })
  await at.take(ana, { type: 'round.open', round: own, kind: 'no-agreement', anonymity: 'named' })
  const given = (round: RoundId, answer: Answer): MoveRequest => ({ type: 'round.submit', round, answer })
  const points = (number: number) => ({ points: { [at.criterion]: number } })
  const table = [
    ['wrong role', obi, given(weights, points(50)), 'read_only'],
    ['no side', fay, given(weights, points(50)), 'no_side'],
    [
      'no side to ask',
      fay,
      { type: 'round.open', round: newId(RoundId), kind: 'no-agreement', anonymity: 'named' },
      'no_side',
    ],
    [
      'not for the side',
      mia,
      { type: 'round.open', round: newId(RoundId), kind: 'no-agreement', anonymity: 'named' },
      'not_co_chair',
    ],
    ['the other side answers', max, given(own, { value: 50 }), 'not_your_side'],
    ['the other side closes', max, { type: 'round.close', round: own }, 'not_co_chair'],
    ['out of range', ana, given(weights, points(101)), 'value_out_of_range'],
    ['out of range', ana, given(own, { value: -1 }), 'value_out_of_range'],
    ['an option is no criterion', ana, given(weights, { points: { [at.option]: 50 } }), 'unknown_option'],
    ['nothing that weighs', ana, given(weights, points(0)), 'not_every_criterion'],
    ['another kind of answer', ana, given(weights, { value: 50 }), 'wrong_scale'],
    [
      'another one of its kind',
      fay,
      { type: 'round.open', round: newId(RoundId), kind: 'weights', anonymity: 'named' },
      'round_running',
    ],
    ['released while open', ana, { type: 'round.release', round: weights }, 'round_not_closed'],
  ] as const satisfies readonly (readonly [string, Seated, MoveRequest, string])[]
  const before = (await minutesOf(at, obi)).seq
  const told = []
  for (const [what, who, request] of table) {
    const { status, body } = await move(at.world, who, at.table.board, request)
    told.push([what, status, (body as Problem).code])
  }
  expect(told).toEqual(table.map(([what, , , code]) => [what, 409, code]))
  expect((await minutesOf(at, obi)).seq).toBe(before)

  // Of the sides that decide one gave no answer; and a closed round takes none.
  await at.take(ugo, given(weights, points(50)))
  await at.take(fay, { type: 'round.close', round: weights })
  const after = [
    await move(at.world, ana, at.table.board, given(weights, points(50))),
    await move(at.world, ana, at.table.board, { type: 'round.release', round: weights }),
  ]
  expect(after.map(({ body }) => (body as Problem).code)).toEqual(['round_not_open', 'side_has_no_answer'])
})
