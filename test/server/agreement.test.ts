import { createHash } from 'node:crypto'
import {
  copyRich,
  jointTextOf,
  type Move,
  type MoveRequest,
  movesOf,
  NO_RULES,
  newId,
  type Report,
  type RichNode,
  RoundId,
  setJointText,
  watchBoard,
} from '@jointly/board'
import { MANAGEMENT, post, UNION, words } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  ask,
  call,
  move,
  openScreen,
  type Person,
  type Screen,
  shows,
  startWorld,
  synced,
  type World,
} from '../world.ts'
import { seatTable, type Table } from './seats.ts'

/** A text that is proposed, signed, edited, ratified, as the server takes it. */

const ARTICLE = 'Two floating teachers cover the first day of every absence.'

let world: World
let table: Table
beforeEach(async () => {
  world = await startWorld()
  table = await seatTable(world)
})
afterEach(() => world.stop())

const moves = async (who: Person, request: MoveRequest) => {
  const { status, body } = await move(world, who, table.board, request)
  return status < 400 ? 'ok' : `${status} ${(body as Problem).code}`
}
const inForce = async () => {
  await moves(table.fay, { type: 'rules.propose', rules: NO_RULES })
  await moves(table.ana, { type: 'rules.accept', version: 1 })
  await moves(table.max, { type: 'rules.accept', version: 1 })
}
/** Somebody writes the text, and it has reached another's screen. */
const writes = async (who: Person, text: string) => {
  const [own, other] = [who, table.obi].map(one => openScreen(world, one, `joint:${table.board}`))
  if (own === undefined || other === undefined) throw new Error('two screens')
  await Promise.all([synced(own), synced(other)])
  setJointText(own.doc, 'agreement', text)
  await shows(other, () => other.watch.view().agreement.text === text)
  own.close()
  other.close()
}
const agreementFor = async (who: Person) =>
  ((await call(world.url, 'report', { token: who.token, params: { id: table.board } })) as Report).agreement

type Two = [Screen, Screen]
const propose: MoveRequest = { type: 'agreement.propose' }
const sign = (version = 1): MoveRequest => ({ type: 'agreement.sign', version })
const vote: MoveRequest = { type: 'ratification.record', body: 'School committee', for: 5, against: 2 }

test('[O20] a proposal answers with its version and the hash of the text, and the row it saw has that text', async () => {
  await writes(table.ana, ARTICLE)
  const { body, status } = await move(world, table.fay, table.board, propose)
  const taken = (body as { move: Move }).move as Extract<Move, { type: 'agreement.propose' }>
  expect([status, taken]).toMatchObject([
    201,
    { version: 1, text: ARTICLE, hash: createHash('sha256').update(ARTICLE, 'utf8').digest('hex') },
  ])
  await writes(table.max, 'Three floating teachers.')
  const state = await ask(world.url, 'state', {
    token: table.obi.token,
    params: { id: table.board },
    query: { document: 'joint', seq: taken.seen?.seq ?? 0 },
  })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state.body as Uint8Array)
  expect(watchBoard(doc).view().agreement.text).toBe(ARTICLE)
})

test('[O20] all sign, a body votes: the minutes of everybody and the report tell it, also after an edit', async () => {
  await inForce()
  await writes(table.ana, ARTICLE)
  const steps: [Person, MoveRequest][] = [
    [table.fay, propose],
    [table.ana, { type: 'agreement.sign', version: 1, capacity: 'President, Local 59' }],
    [table.max, sign()],
    [table.max, vote],
  ]
  for (const [who, request] of steps) expect(await moves(who, request)).toBe('ok')
  await writes(table.mia, `${ARTICLE} Or not.`)
  expect(await agreementFor(table.obi)).toMatchObject({
    ...{ state: 'agreed', version: 1, text: ARTICLE, draft: `${ARTICLE} Or not.` },
    note: 'Tentative: subject to ratification by both parties and to the full package',
    signatures: [{ member: table.ana.member.id, capacity: 'President, Local 59' }, { member: table.max.member.id }],
    ratifications: [{ body: 'School committee', for: 5, against: 2 }],
  })
  const minutes = openScreen(world, table.obi, `minutes:${table.board}`)
  await synced(minutes)
  const types = movesOf(minutes.doc)
    .toArray()
    .map(one => (one as Move).type)
  expect(types.slice(-4)).toEqual(['agreement.propose', 'agreement.sign', 'agreement.sign', 'ratification.record'])
  minutes.close()
})

test('[G11] an option that is reworded after the last signature stands in the report in the words that were signed', async () => {
  await inForce()
  const [screen, other] = [table.ana, table.obi].map(one => openScreen(world, one, `joint:${table.board}`)) as Two
  await Promise.all([synced(screen), synced(other)])
  const option = post(screen.doc, table.ana.member, { kind: 'option', text: 'Two floating teachers' })
  const href = `${world.url}/board/${table.board}#card=${option}`
  const clause: RichNode = { type: 'text', text: ARTICLE, marks: { link: { href } } }
  const paragraph: RichNode = { type: 'paragraph', attrs: {}, content: [clause] }
  jointTextOf(screen.doc, 'agreement').insert(0, copyRich([paragraph]) as Y.XmlElement[])
  await shows(other, () => other.watch.view().agreement.text === ARTICLE)
  for (const [who, request] of [
    ...[[table.fay, propose] as const, [table.ana, sign()] as const, [table.max, sign()] as const],
  ])
    expect(await moves(who, request)).toBe('ok')
  words(screen.doc, option).insert(0, 'No ')
  await shows(other, () => other.watch.view().card(option)?.text === 'No Two floating teachers')
  const told = await agreementFor(table.obi)
  expect(told.history).toMatchObject({
    ...{ asOf: told.agreedAt, cardsAsOf: told.agreedAt },
    ...{ words: { [option]: 'Two floating teachers' }, clauses: [{ options: [{ option }] }] },
  })

  // What both sides erase is gone from the words of then as well.
  const { body } = await move(world, table.ana, table.board, { type: 'erase.propose', cards: [option] })
  const proposal = (body as { move: Move }).move.seq
  for (const who of [table.ana, table.max]) await moves(who, { type: 'erase.accept', proposal })
  const erased = await agreementFor(table.obi)
  expect([erased.state, erased.history.words[option] ?? '']).toEqual(['agreed', ''])
  screen.close()
  other.close()
})

test('[O21] by the wrong hands, without rules, of nothing, twice: each is refused by name, and nothing changes', async () => {
  const { fay, ana, max, ugo, mia, gus, obi } = table
  const empty = [await moves(fay, propose), await moves(ana, sign())]
  await writes(ana, ARTICLE)
  const wrong = [
    await moves(ugo, propose),
    await moves(gus, propose),
    await moves(obi, propose),
    await moves(fay, { type: 'agreement.propose', signers: [ana.member.id] }),
    await moves(max, { type: 'agreement.propose', signers: [max.member.id, ugo.member.id] }),
    await moves(fay, { type: 'agreement.propose', signers: [ana.member.id, max.member.id, fay.member.id] }),
  ]
  expect(await moves(fay, propose)).toBe('ok')
  const lawless = await moves(ana, sign())
  await inForce()
  const hands = await Promise.all([fay, ugo, mia, gus, obi].map(who => moves(who, sign())))
  const before = await agreementFor(obi)
  const again = [
    await moves(ana, propose),
    await moves(ana, { type: 'agreement.withdraw', version: 1 }),
    await moves(ana, vote),
    await moves(ana, sign(2)),
  ]
  expect({ empty, wrong, lawless, hands, again }).toEqual({
    empty: ['409 nothing_written', '409 nothing_proposed'],
    wrong: [
      ...['409 not_co_chair', '409 not_co_chair', '409 read_only'],
      ...['409 side_has_no_signer', '409 side_has_no_signer', '409 unknown_signer'],
    ],
    lawless: '409 rules_not_in_force',
    hands: ['409 not_a_signer', '409 not_a_signer', '409 not_a_signer', '409 not_a_signer', '409 read_only'],
    again: ['409 already_proposed', '409 not_signed', '409 not_agreed', '409 stale_version'],
  })
  expect(await agreementFor(obi)).toEqual(before)
  expect([await moves(ana, sign()), await moves(ana, sign()), await moves(max, sign())]).toEqual([
    ...['ok', '409 already_signed', 'ok'],
  ])
  expect([await moves(ana, { type: 'agreement.withdraw', version: 1 }), await moves(fay, propose)]).toEqual([
    ...['409 already_agreed', '409 already_agreed'],
  ])
})

test('[O21] an edit makes the signature stale, a new proposal the version; a signer who changes sides signs no more', async () => {
  await inForce()
  const { fay, ana, max, mia } = table
  const second = await table.seat('Una', ana, { role: 'member', side: UNION })
  await moves(second, { type: 'rules.acknowledge', version: 1 })
  await writes(ana, ARTICLE)
  const signers = [ana, max, second].map(({ member }) => member.id)
  await moves(fay, { type: 'agreement.propose', signers })
  expect(await moves(ana, sign())).toBe('ok')
  await writes(mia, 'Three floating teachers.')
  const stale = await moves(max, sign())
  await moves(fay, { type: 'agreement.propose', signers })
  await call(world.url, 'changeMember', {
    token: ana.token,
    params: { id: table.team, mid: second.member.id },
    body: { role: 'guest' },
  })
  expect([stale, await moves(max, sign(1)), await moves(max, sign(2)), await moves(second, sign(2))]).toEqual([
    ...['409 stale_version', '409 stale_version', 'ok', '409 not_a_signer'],
  ])
  expect((await agreementFor(ana)).versions.map(({ signatures }) => signatures.length)).toEqual([1, 1])
})

test('[O21] what is no move about an agreement is told as a bad request', async () => {
  const bad = [
    { type: 'agreement.sign', version: 0 },
    { type: 'agreement.sign', version: 1, capacity: '' },
    { type: 'agreement.propose', signers: [] },
    { type: 'agreement.propose', text: 'Ours' },
    { ...vote, for: -1 },
    { ...vote, body: ' ' },
  ]
  const answers = await Promise.all(bad.map(request => moves(table.fay, request as MoveRequest)))
  expect(answers).toEqual(bad.map(() => '400 bad_request'))
})

test('[O22] a reason in a consensus test is read by nobody else before the release, and with it by all', async () => {
  await inForce()
  await writes(table.ana, ARTICLE)
  await moves(table.fay, propose)
  const round = newId(RoundId)
  const reason = 'quillfeather-7714'
  const opened: MoveRequest = {
    ...{ type: 'round.open', round, kind: 'consensus', scale: 'thumbs', anonymity: 'named' },
    ...{ subject: { agreement: 1 }, quorum: { [UNION]: 1, [MANAGEMENT]: 1 } },
  }
  const answer = (signal: 'up' | 'down', more = {}): MoveRequest => ({
    ...{ type: 'round.submit', round, answer: { signal, ...more } },
  })
  const release: MoveRequest = { type: 'round.release', round, spread: true }
  const reads = async (who: Person): Promise<boolean> => {
    const of = { token: who.token, params: { id: table.board } }
    const asked = await Promise.all([
      ask(world.url, 'report', of),
      ask(world.url, 'board', of),
      ask(world.url, 'history', { ...of, query: { document: 'minutes' } }),
      ask(world.url, 'state', { ...of, query: { document: 'minutes' } }),
      ask(world.url, 'round', { token: who.token, params: { id: table.board, round } }),
    ])
    const rows = asked.flatMap(({ body }) => (body as { rows?: { bytes: string }[] }).rows ?? [])
    const all = [
      ...asked.map(({ body }) => Buffer.from(body instanceof Uint8Array ? body : JSON.stringify(body))),
      ...rows.map(({ bytes }) => Buffer.from(bytes, 'base64')),
    ]
    return all.some(bytes => bytes.includes(reason))
  }
  const others = [table.max, table.ugo, table.fay, table.obi]
  const readBy = async (whom: readonly Person[]) => Promise.all(whom.map(reads))

  expect(await moves(table.fay, opened)).toBe('ok')
  expect(await moves(table.ana, answer('down', { reason, wouldMove: 'A pilot first.' }))).toBe('ok')
  expect(await moves(table.ana, answer('up', { thumbs: 1 }))).toBe('400 bad_request')
  expect(await moves(table.max, answer('up'))).toBe('ok')
  expect([await reads(table.ana), await readBy(others)]).toEqual([true, [false, false, false, false]])
  await moves(table.fay, { type: 'round.close', round })
  // Ana's own side sees its own result now, with names.
  expect(await readBy(others)).toEqual([false, true, false, false])
  await moves(table.ana, release)
  expect(await readBy(others)).toEqual([false, true, false, false])
  await moves(table.max, release)
  expect(await readBy(others)).toEqual([true, true, true, true])
  const { consensus } = (await call(world.url, 'report', {
    ...{ token: table.obi.token, params: { id: table.board } },
  })) as Report
  expect(consensus).toMatchObject([{ outcome: 'blocked', outcomes: { union: 'blocks', management: 'supports' } }])
})
