import {
  type BoardId,
  bodyOf,
  jointTextOf,
  type MoveRequest,
  NO_RULES,
  paragraphs,
  plainText,
  postCard,
  postComment,
  type Rules,
  readRich,
  setJointText,
} from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ask, call, move, openScreen, type Person, shows, startWorld, synced, type World } from '../world.ts'
import { seatTable, type Table } from './seats.ts'

/** Who wrote which words of a joint text, as the server tells it. */

let world: World
afterEach(() => world.stop())

const underRules = async ({ fay, ana, max, board }: Table, rules: Partial<Rules>) => {
  const moves: [Person, MoveRequest][] = [
    [fay, { type: 'rules.propose', rules: { ...NO_RULES, ...rules } }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
  ]
  for (const [who, request] of moves) await move(world, who, board, request)
}
const runsFor = async (who: Person, board: BoardId) =>
  (await call(world.url, 'authorship', { token: who.token, params: { id: board }, query: { of: 'agreement' } })).runs

/** Ana writes, Max adds a word and makes a list of it all. */
const written = async ({ ana, max, board }: Table) => {
  const [hers, his] = [openScreen(world, ana, `joint:${board}`), openScreen(world, max, `joint:${board}`)]
  await Promise.all([synced(hers), synced(his)])
  setJointText(hers.doc, 'agreement', 'The committee meets each month.')
  await shows(his, () => his.watch.view().agreement.text !== '')
  const fragment = jointTextOf(his.doc, 'agreement')
  const words = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  words.insert(19, ' in public')
  const item = new Y.XmlElement('listItem')
  const list = new Y.XmlElement('bulletList')
  const paragraph = (fragment.get(0) as Y.XmlElement).clone()
  his.doc.transact(() => {
    item.insert(0, [paragraph])
    list.insert(0, [item])
    fragment.delete(0, 1)
    fragment.insert(0, [list])
  })
  const text = () => plainText(readRich(jointTextOf(hers.doc, 'agreement')))
  await shows(hers, doc => jointTextOf(doc, 'agreement').toString().includes('bulletlist') && text().includes('public'))
  hers.close()
  his.close()
  return text()
}

test('[H24] each word of a joint text has its writer and side; a list made of it by the other side takes none', async () => {
  world = await startWorld()
  const table = await seatTable(world)
  await underRules(table, { authorship: true })
  const text = await written(table)
  const runs = await runsFor(table.mia, table.board)
  expect(runs).toEqual([
    { text: 'The committee meets ', side: 'union', by: table.ana.member.id },
    { text: 'in public ', side: 'management', by: table.max.member.id },
    { text: 'each month.', side: 'union', by: table.ana.member.id },
  ])
  expect(runs.map(run => run.text).join('')).toBe(text)
})

test('[H24] of each version it is told as it was when that was proposed, whatever was written since; of none that is not there', async () => {
  world = await startWorld()
  const table = await seatTable(world)
  await underRules(table, { authorship: true })
  await written(table)
  const of = (version: number) =>
    ask(world.url, 'authorship', {
      ...{ token: table.mia.token, params: { id: table.board }, query: { of: 'agreement', version } },
    })
  const told = async (version: number) =>
    ((await of(version)).body as { runs: { text: string; side: string }[] }).runs.map(({ text, side }) => [side, text])
  const propose = () => move(world, table.ana, table.board, { type: 'agreement.propose' })
  await propose()
  const first = await told(1)
  const screen = openScreen(world, table.max, `joint:${table.board}`, { saved: '1' })
  await synced(screen)
  jointTextOf(screen.doc, 'agreement').push(paragraphs('Except in May'))
  const reader = openScreen(world, table.mia, `joint:${table.board}`)
  await shows(reader, () => reader.watch.view().agreement.text.includes('May'))
  reader.close()
  screen.close()
  await propose()
  expect([first, await told(1), await told(2)]).toEqual([
    ...Array.from({ length: 2 }, () => [
      ['union', 'The committee meets '],
      ['management', 'in public '],
      ['union', 'each month.'],
    ]),
    [
      ['union', 'The committee meets '],
      ['management', 'in public '],
      ['union', 'each month.'],
      ['management', '\nExcept in May'],
    ],
  ])
  const ofOther = await ask(world.url, 'authorship', {
    ...{ token: table.mia.token, params: { id: table.board }, query: { of: 'issue' as const, version: 1 } },
  })
  expect([await of(3), ofOther].map(({ body }) => (body as Problem).code)).toEqual(['no_such', 'no_such'])
})

test('[H24] where the ground rules do not allow it, or none are in force, it is refused by name; who reworded is told', async () => {
  world = await startWorld()
  const table = await seatTable(world)
  const asked = async () => {
    const { status, body } = await ask(world.url, 'authorship', {
      ...{ token: table.ana.token, params: { id: table.board }, query: { of: 'agreement' } },
    })
    return [status, (body as Problem).code]
  }
  const before = await asked()
  await underRules(table, { authorship: false })
  expect([before, await asked()]).toEqual([
    [403, 'authorship_off'],
    [403, 'authorship_off'],
  ])
  expect(
    (await call(world.url, 'rewordings', { token: table.ana.token, params: { id: table.board } })).rewordings,
  ).toEqual({})
})

test('[H24] who reworded is told of a caucus to those who read it, and forgotten with a purge', async () => {
  world = await startWorld()
  const { board, ana, ugo, max } = await seatTable(world)
  const document = `caucus:${UNION}`
  const rewordings = (who: Person) =>
    ask(world.url, 'rewordings', { token: who.token, params: { id: board }, query: { document } })
  const [hers, his] = [
    openScreen(world, ana, `caucus:${board}:${UNION}`),
    openScreen(world, ugo, `caucus:${board}:${UNION}`),
  ]
  await Promise.all([synced(hers), synced(his)])
  const card = postCard(hers.doc, { by: ana.member.id, side: UNION, kind: 'interest', text: 'A rota' })
  await shows(his, () => his.watch.view().card(card) !== undefined)
  bodyOf(his.doc, card)?.push(paragraphs('drawn up each month'))
  await shows(hers, () => hers.watch.view().card(card)?.text.includes('each month') === true)
  expect((await rewordings(ana)).body).toEqual({ rewordings: { [card]: [ugo.member.id] } })
  expect((await rewordings(max)).body).toMatchObject({ code: 'not_yours' })
  hers.close()
  his.close()
  await call(world.url, 'purgeCaucus', { token: ana.token, params: { id: board, side: UNION } })
  expect((await rewordings(ana)).body).toEqual({ rewordings: {} })
})

test('[H24] where names are left out for the other side, it sees the side alone', async () => {
  world = await startWorld()
  const table = await seatTable(world)
  await underRules(table, { authorship: true, attribution: 'side' })
  await written(table)
  const names = async (who: Person) => (await runsFor(who, table.board)).map(({ by }) => by)
  const [ana, max] = [table.ana.member.id, table.max.member.id]
  expect([await names(table.ugo), await names(table.mia)]).toEqual([
    [ana, undefined, ana],
    [undefined, max, undefined],
  ])
})

test('[H26] when a comment was said is the moment of its row, whatever a page says; cards have no such moment', async () => {
  let now = Date.parse('2026-09-01T09:00:00Z')
  world = await startWorld({ clock: () => now })
  const { ana, max, mia, obi, board } = await seatTable(world)
  const [hers, his] = [openScreen(world, ana, `joint:${board}`), openScreen(world, max, `joint:${board}`)]
  await Promise.all([synced(hers), synced(his)])
  const about = postCard(hers.doc, { ...as(ana), kind: 'interest', text: 'Time to prepare' })
  await shows(his, () => his.watch.view().card(about)?.text !== undefined)
  now += 60_000
  const first = postComment(his.doc, { ...as(max), about, text: 'How much of it?' })
  await shows(hers, () => hers.watch.view().comments.length === 1)
  now += 60_000
  const second = postComment(hers.doc, { ...as(ana), about, text: 'An hour a day.' })
  await shows(his, () => his.watch.view().comments.length === 2)
  for (const { token } of [mia, obi])
    expect((await call(world.url, 'comments', { token, params: { id: board } })).said).toEqual({
      [first]: '2026-09-01T09:01:00.000Z',
      [second]: '2026-09-01T09:02:00.000Z',
    })
  hers.close()
  his.close()
})

const as = ({ member }: Person) => ({ by: member.id, side: member.side })
