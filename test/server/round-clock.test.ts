import { type MoveRequest, movesOf, NO_RULES, newId, postCard, processOf, RoundId, readMove } from '@jointly/board'
import type { Problem } from '@jointly/protocol'
import { afterEach, expect, test } from 'vitest'
import { freshDir, move, openScreen, type Person, shows, startWorld, synced, type World } from '../world.ts'
import { seatTable } from './seats.ts'

/** Rounds that close by themselves, on a server whose clock the test holds. */

const MINUTE_MS = 60_000
const begun = Date.parse('2026-09-01T10:00:00Z')
let now = begun
const clock = () => now
let world: World
afterEach(() => world.stop())

const timedRound = async (dataDir: string) => {
  now = begun
  world = await startWorld({ dataDir, clock })
  const table = await seatTable(world)
  const ask = async (who: Person, request: MoveRequest) => {
    const { status, body } = await move(world, who, table.board, request)
    return status === 201 ? null : (body as Problem).code
  }
  for (const [who, request] of [
    [table.fay, { type: 'rules.propose', rules: NO_RULES }],
    [table.ana, { type: 'rules.accept', version: 1 }],
    [table.max, { type: 'rules.accept', version: 1 }],
  ] as const satisfies readonly (readonly [Person, MoveRequest])[])
    expect(await ask(who, request)).toBeNull()
  const screen = openScreen(world, table.fay, `joint:${table.board}`)
  await synced(screen)
  const author = { by: table.fay.member.id, side: null }
  const option = postCard(screen.doc, { ...author, kind: 'option', text: 'A rota' })
  const criterion = postCard(screen.doc, { ...author, kind: 'criterion', text: 'Fair' })
  const second = openScreen(world, table.ana, `joint:${table.board}`)
  await shows(second, doc => doc.getMap('cards').size === 2)
  for (const one of [screen, second]) one.close()

  const round = newId(RoundId)
  const closesAt = new Date(begun + MINUTE_MS).toISOString()
  const opening = { type: 'round.open', round, kind: 'rating', anonymity: 'named', closesAt } as const
  expect(await ask(table.fay, opening)).toBeNull()
  const answer: MoveRequest = {
    type: 'round.submit',
    round,
    answer: { ratings: { [option]: { [criterion]: 'meets' } } },
  }
  for (const who of [table.ana, table.max]) expect(await ask(who, answer)).toBeNull()
  const minutes = async () => {
    const screen = openScreen(world, table.obi, `minutes:${table.board}`)
    await synced(screen)
    const moves = movesOf(screen.doc)
      .toArray()
      .flatMap(entry => readMove(entry) ?? [])
    screen.close()
    return moves
  }
  const closings = async () => (await minutes()).filter(({ type }) => type === 'round.close')
  const state = async () => processOf(await minutes()).rounds.get(round)?.state
  return { table, ask, answer, round, closings, state }
}

test('[O23] a round is closed at its moment, once, in the name of whoever named it, and takes nothing after it', async () => {
  const { table, ask, answer, round, closings, state } = await timedRound(freshDir())
  now = begun + MINUTE_MS - 1
  expect(await ask(table.ugo, answer)).toBeNull()
  now = begun + MINUTE_MS
  expect(await ask(table.mia, answer)).toBe('round_not_open')
  await expect.poll(async () => (await state())?.is, { timeout: 10_000 }).toBe('closed')
  expect(await closings()).toMatchObject([{ type: 'round.close', round, byTime: true, by: table.fay.member.id }])
  expect(await ask(table.mia, answer)).toBe('round_not_open')
  expect(await ask(table.fay, { type: 'round.close', round })).toBe('round_not_open')
  for (const who of [table.ana, table.max]) expect(await ask(who, { type: 'round.release', round })).toBeNull()
  expect(await state()).toMatchObject({ is: 'released' })
  expect(await closings()).toHaveLength(1)
})

test('[O23] a server that was down at that moment closes the round when its board is opened again', async () => {
  const dataDir = freshDir()
  const { table, ask, answer, closings, state } = await timedRound(dataDir)
  await world.stop()
  now = begun + 5 * MINUTE_MS
  world = await startWorld({ dataDir, clock })
  expect(await ask(table.ugo, answer)).toBe('round_not_open')
  await expect.poll(async () => (await state())?.is, { timeout: 10_000 }).toBe('closed')
  expect(await closings()).toMatchObject([{ byTime: true }])
})
