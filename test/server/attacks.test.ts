import { createHash } from 'node:crypto'
import {
  type BoardId,
  type CardId,
  cardOf,
  deedsBetween,
  doAgain,
  type MoveRequest,
  NO_RULES,
  postComment,
  setJointText,
} from '@jointly/board'
import { words } from '@jointly/board/testing'
import { CLOSE } from '@jointly/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ask, call, move, startWorld, type World } from '../world.ts'
import { ACT_ATTACKS } from './actAttacks.ts'
import { type Attack, type Board, edited, type Laid, lay } from './attack.ts'
import { craft, docWithCard } from './craft.ts'
import { FORM_ATTACKS } from './formAttacks.ts'
import { type Seated, seatTable, type Table } from './seats.ts'
import { isRead, joinWire, type Wire, writes } from './wire.ts'

/**
 * Each attack is refused by name, or passed over, and nothing of it reaches another's socket, the log, the report, the
 * history or the state. All of them go to the same five boards, one after the other.
 */

let now = Date.parse('2026-09-01T09:00:00Z')
let world: World
let table: Table
const boards = {} as Record<Board, { id: BoardId; laid: Laid; other: Wire }>
beforeAll(async () => {
  world = await startWorld({ clock: () => now })
  table = await seatTable(world)
  for (const board of Object.keys(OPENINGS) as Board[]) {
    const id = await table.openBoard(board)
    const laid = lay(table)
    const [hers, his] = laid.updates
    await writes(await wireOf(table.ana, id), hers as Uint8Array)
    await writes(await wireOf(table.max, id), his as Uint8Array)
    for (const [who, request] of OPENINGS[board](laid)) await taken(id, request, who)
    boards[board] = { id, laid, other: await wireOf(table.ugo, id) }
  }
  // Beyond the three seconds that what was under way still has.
  now += 10_000
})
afterAll(() => world.stop())

type Opening = readonly [who: 'fay' | 'ana' | 'max', request: MoveRequest]
const OPENINGS: Record<Board, (laid: Laid) => readonly Opening[]> = {
  free: () => [['fay', { type: 'layout.unlock' }]],
  locked: () => [],
  only: () => [['fay', { type: 'stage.open', stage: 'options' as never, only: true, warnSeconds: 0 }]],
  paused: () => [['fay', { type: 'editing.pause', warnSeconds: 0 }]],
  erased: ({ option }) => [
    ['fay', { type: 'layout.unlock' }],
    ['fay', { type: 'rules.propose', rules: NO_RULES }],
    ['ana', { type: 'rules.accept', version: 1 }],
    ['max', { type: 'rules.accept', version: 1 }],
    ['ana', { type: 'erase.propose', cards: [option] }],
    // A board opens with the first move.
    ['max', { type: 'erase.accept', proposal: 6 }],
  ],
}

const wireOf = (who: Seated, board: BoardId) =>
  joinWire(world, `joint:${board}`, { token: who.token, query: { saved: '1' } })

const taken = async (board: BoardId, request: MoveRequest, who: Opening[0] = 'fay') => {
  const { status, body } = await move(world, table[who], board, request)
  if (status !== 201) throw new Error(`${request.type} is not taken: ${status} ${JSON.stringify(body)}`)
}

/** All that anybody else could know the board by. */
const knownOf = async ({ id, other }: (typeof boards)[Board]) => {
  const at = { token: table.fay.token, params: { id } }
  const { rows } = await call(world.url, 'history', at)
  const state = (await ask(world.url, 'state', at)).body as Uint8Array
  return {
    rows,
    report: await call(world.url, 'report', at),
    state: createHash('sha256').update(state).digest('hex'),
    heard: other.heard.filter(({ kind }) => kind === 'update').length,
    shown: JSON.stringify(other.doc.toJSON()),
  }
}

const tryOut = async ({ on = 'free', by, refused, make }: Attack) => {
  const board = boards[on]
  const before = await knownOf(board)
  const wire = await wireOf(table[by], board.id)
  const outcome = await writes(wire, make(wire, board.laid))
  await isRead(board.other)
  const expected = refused === 'dropped' ? 'saved' : { code: CLOSE.discard.code, reason: refused }
  wire.socket.close()
  expect([outcome, await knownOf(board)]).toEqual([expected, before])
}

const rows = (of: (attack: Attack) => boolean) =>
  Object.entries({ ...ACT_ATTACKS, ...FORM_ATTACKS }).flatMap(([name, attack]) =>
    of(attack) ? [{ name, refused: attack.refused, attack }] : [],
  )
const isDropped = ({ refused }: Attack) => refused === 'dropped'
const isOfWords = ({ refused }: Attack) => refused === 'unknown_words' || refused === 'too_long'
const isAct = (attack: Attack) => !isDropped(attack) && !isOfWords(attack)

const ACTS = rows(isAct)
const WORDS = rows(isOfWords)
const DROPPED = rows(isDropped)
test.each(ACTS)('[L20] $name: $refused, and nobody else knows anything of it', ({ attack }) => tryOut(attack))
test.each(WORDS)('[L22] $name: $refused, and nobody else knows of it', ({ attack }) => tryOut(attack))
test.each(DROPPED)('[L21] $name: passed over, and nobody else knows of it', ({ attack }) => tryOut(attack))

test('[L20] each member does on each board what the table lets them, and a facilitator without a side records', async () => {
  const { fay, ana, max } = table
  const outcomes = [
    await made(fay, 'only', (doc, { hers }) => words(doc, hers).insert(0, 'Recorded: ')),
    await made(fay, 'locked', (doc, { his }) => cardOf(doc, his)?.set('pos', { x: 1, y: 1 })),
    await made(max, 'locked', (doc, { his }) => cardOf(doc, his)?.set('pos', { x: 2, y: 2 })),
    await made(ana, 'free', (doc, { his }) => cardOf(doc, his)?.set('pos', { x: 3, y: 3 })),
    await made(ana, 'only', (doc, { option }) => words(doc, option).insert(0, 'Also: ')),
    await made(max, 'free', (doc, { option }) => cardOf(doc, option)?.set('gone', true)),
    // Talk about what is there belongs to no stage, and the other side's interest may be talked about.
    await made(ana, 'only', (doc, { his }) => postComment(doc, { ...as(ana), about: his, text: 'Which budget?' })),
    await made(ana, 'only', (doc, { comment }) => words(doc, comment).insert(0, 'And: ')),
    await made(max, 'locked', doc => postComment(doc, { ...as(max), about: 'never-was' as CardId, text: 'Gone?' })),
  ]
  expect(outcomes).toEqual(outcomes.map(() => 'saved'))
})

test('[L25] a card that came too late is taken once it was let in, from its writer and from nobody else', async () => {
  const { ana, ugo } = table
  const of = ({ member: { id: by, side } }: Seated) => docWithCard({ by, side, kind: 'interest' })
  const [late, others] = [of(ana), of(ana)]
  const send = async (who: Seated, update: Uint8Array) => writes(await wireOf(who, boards.only.id), update)
  const tooLate = await send(ana, late.update)
  await taken(boards.only.id, { type: 'late.admit', member: ana.member.id, cards: [late.card] })
  const forged = docWithCard({ by: ugo.member.id, side: ugo.member.side, kind: 'interest' })
  const closed = { code: CLOSE.discard.code, reason: 'stage_only' }
  expect([
    tooLate,
    await send(ana, others.update),
    await send(ugo, forged.update),
    await send(ana, asAgain(late, ana)),
  ]).toEqual([closed, closed, closed, 'saved'])
})

test('[L25] words that came too late for a joint text are taken once they were let in, from their writer and from nobody else', async () => {
  const { ana, ugo } = table
  const { id } = boards.only
  const reword = (who: Seated, text: 'issue' | 'agreement', words: string) =>
    made(who, 'only', doc => setJointText(doc, text, words))
  const tooLate = await reword(ana, 'agreement', 'The pool is shared.')
  await taken(id, { type: 'late.admit', member: ana.member.id, cards: ['agreement' as CardId] })
  const closed = { code: CLOSE.discard.code, reason: 'stage_only' }
  expect([
    tooLate,
    await reword(ugo, 'agreement', 'The pool is ours.'),
    await reword(ana, 'issue', 'Who pays?'),
    await reword(ana, 'agreement', 'The pool is shared.'),
  ]).toEqual([closed, closed, closed, 'saved'])
})

/** The same card once more, from a clean page, as a client does it again. */
const asAgain = ({ doc }: { doc: Y.Doc }, { member }: Seated): Uint8Array => {
  const again = new Y.Doc()
  for (const deed of deedsBetween(new Y.Doc(), doc)) doAgain(again, deed, { by: member.id, side: member.side })
  return Y.encodeStateAsUpdate(again)
}

test('[L21] words that come together with such a deletion are applied, and the deletion is not', async () => {
  const { id, laid } = boards.free
  const wire = await wireOf(table.mia, id)
  const before = marksIn(wire.doc, laid.hers)
  const change = edited((doc, { hers, option }) => {
    words(doc, option).insert(0, 'Both: ')
    for (let at = words(doc, hers)._start; at !== null; at = at.right)
      if (at.content instanceof Y.ContentFormat) doc.transact(transaction => (at as Y.Item).delete(transaction))
  })
  const outcome = await writes(wire, change(wire, laid))
  const after = (await wireOf(table.obi, id)).doc
  expect([outcome, words(after, laid.option).toString().startsWith('Both: '), marksIn(after, laid.hers)]).toEqual([
    'saved',
    true,
    before,
  ])
})

const as = ({ member }: Seated) => ({ by: member.id, side: member.side })
const marksIn = (doc: Y.Doc, card: CardId) => words(doc, card).toDelta()
const made = async (who: Seated, board: Board, change: (doc: Y.Doc, laid: Laid) => unknown) => {
  const { id, laid } = boards[board]
  const wire = await wireOf(who, id)
  return writes(wire, edited(change)(wire, laid))
}

test('[L23] a member has room for the client ids of years of pages on a board, and for no more', async () => {
  const { id } = boards.paused
  const wire = await wireOf(table.ana, id)
  const outcomes: unknown[] = []
  await taken(id, { type: 'editing.resume' })
  for (let first = 1_000_000; outcomes.length < 31; first += 500) {
    const pages = Array.from({ length: 500 }, (_, i) => new Y.GC(Y.createID(first + i, 0), 1))
    outcomes.push(await writes(wire, craft(pages)))
  }
  expect([new Set(outcomes.slice(0, 29)), outcomes.at(-1)]).toEqual([
    new Set(['saved']),
    { code: CLOSE.discard.code, reason: 'too_costly' },
  ])
})
