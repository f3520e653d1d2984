import { join } from 'node:path'
import { type MoveRequest, postCard } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Asked, ask, call, move, openScreen, type Person, startWorld, synced, type World } from '../world.ts'
import { allBytesIn } from './canaries.ts'
import { seatTable, type Table } from './seats.ts'

let world: World
let table: Table
const logged: string[] = []
beforeAll(async () => {
  world = await startWorld({ log: pino({ level: 'trace' }, { write: line => void logged.push(line) }) })
  table = await seatTable(world)
  const screen = openScreen(world, table.ugo, `joint:${table.board}`, { saved: '1' })
  await synced(screen)
  const author = { by: table.ugo.member.id, side: UNION }
  for (const text of HOSTILE) postCard(screen.doc, { ...author, kind: 'interest', text })
  const inCaucus = openScreen(world, table.ugo, `caucus:${table.board}:union`)
  await synced(inCaucus)
  postCard(inCaucus.doc, { ...author, kind: 'interest', text: 'Our floor is four percent' })
  await vi.waitUntil(async () => (await text('reportMarkdown')).includes('@forged'), { timeout: 10_000, interval: 50 })
  for (const one of [screen, inCaucus]) one.close()
  await take(table.fay, {
    type: 'action.add',
    action: { what: 'Publish the list', owners: [table.ana.member.id], due: '2027-03-01', traces: [] },
  })
})
afterAll(() => world.stop())

const HOSTILE = ['# forged', '| forged | row |', '<script>forged</script>', '=cmd("forged")', '-forged', '@forged']

const take = async (who: Person, request: MoveRequest) => {
  const { status, body } = await move(world, who, table.board, request)
  if (status !== 201) throw new Error(JSON.stringify(body))
}
type Format = 'reportMarkdown' | 'reportHtml' | 'reportCsv'
const at = (who: Person) => ({ token: who.token, params: { id: table.board } })
const asText = ({ body }: Asked) => new TextDecoder().decode(body as Uint8Array)
const text = async (format: Format) => asText(await ask(world.url, format, at(table.obi)))
const codeOf = ({ status, body }: Asked) => `${status} ${(body as Problem).code}`

test('[H30] each format has its own type, is kept by no cache, and is read by whoever reads the board', async () => {
  const asked = await Promise.all(
    (['reportMarkdown', 'reportHtml', 'reportCsv'] as const).map(format => ask(world.url, format, at(table.obi))),
  )
  expect(
    asked.map(({ headers }) =>
      ['content-type', 'cache-control', 'content-disposition', 'x-content-type-options'].map(name => headers.get(name)),
    ),
  ).toEqual([
    ['text/markdown; charset=utf-8', 'no-store', 'attachment; filename="report.md"', 'nosniff'],
    ['text/html; charset=utf-8', 'no-store', null, 'nosniff'],
    ['text/csv; charset=utf-8', 'no-store', 'attachment; filename="report.csv"', 'nosniff'],
  ])
  expect(codeOf(await ask(world.url, 'reportHtml', { params: { id: table.board } }))).toBe('401 sign_in')
  expect(codeOf(await ask(world.url, 'reportHtml', { ...at(table.obi), query: { language: 'fr' as 'en' } }))).toBe(
    '400 bad_request',
  )
})

test('[H30] the page may run nothing and fetch nothing, its own style apart', async () => {
  const { headers } = await ask(world.url, 'reportHtml', at(table.obi))
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  )
})

test('[H30] what people wrote is words in every format', async () => {
  const [md, html, csv] = await Promise.all([text('reportMarkdown'), text('reportHtml'), text('reportCsv')])
  expect([
    /^#+ forged/m.test(md),
    /^\| forged/m.test(md),
    html.includes('<script'),
    /(^|,)"?\s*[=@-](cmd|forged)/m.test(csv),
  ]).toEqual([false, false, false, false])
  for (const words of [md, html, csv]) expect(words.split('forged').length - 1).toBeGreaterThanOrEqual(HOSTILE.length)
})

test('[H30] nothing that a side keeps to itself is in any format', async () => {
  const all = await Promise.all([text('reportMarkdown'), text('reportHtml'), text('reportCsv')])
  const json = JSON.stringify(await call(world.url, 'report', at(table.obi)))
  expect([...all, json].filter(words => words.includes('four percent'))).toEqual([])
})

const link = async (who: Person) =>
  new URL((await call(world.url, 'subscribe', { ...at(who), body: { language: 'en' } })).url)
const fetched = async (url: URL | string) => {
  const response = await fetch(url)
  return `${response.status} ${(await response.text()).includes('SUMMARY:Due: Publish the list')}`
}

const opens = async (url: URL) => (await fetch(url)).status === 200

test('[H31] a calendar program reads what is due by its link alone, and nothing else', async () => {
  const url = await link(table.mia)
  const token = url.searchParams.get('token') as string
  expect(await fetched(url)).toBe('200 true')
  const type = (await fetch(url)).headers.get('content-type')
  const as = { token, params: { id: table.board } }
  const others = await Promise.all([
    ask(world.url, 'board', as),
    ask(world.url, 'report', as),
    ask(world.url, 'calendar', as),
    ask(world.url, 'subscribe', { ...as, body: { language: 'en' } }),
    move(world, { ...table.mia, token }, table.board, { type: 'review.plan', on: '2027-01-01' }),
  ])
  expect([type, ...others.map(codeOf)]).toEqual(['text/calendar; charset=utf-8', ...others.map(() => '401 sign_in')])
})

test('[H31] a token that signs somebody in opens no calendar as a link, and a wrong or missing one none at all', async () => {
  const url = await link(table.mia)
  const withToken = (token: string) => {
    const other = new URL(url)
    other.searchParams.set('token', token)
    return other
  }
  const bare = new URL(url)
  bare.search = ''
  expect([
    await fetched(withToken(table.mia.token)),
    await fetched(withToken('wrong')),
    await fetched(bare),
    asText(await ask(world.url, 'calendar', at(table.mia))).includes('BEGIN:VEVENT'),
  ]).toEqual(['401 false', '401 false', '401 false', true])
})

test('[H31] links end on demand, one from the list, all by signing out everywhere else, and with the member', async () => {
  const ends = async (who: Person, end: () => Promise<unknown>) => {
    const [one, two] = [await link(who), await link(who)]
    await end()
    return [await opens(one), await opens(two)]
  }
  const ofTeam = { params: { id: table.team } }
  const newcomer = await table.seat('Nia', table.ana, { role: 'member', side: UNION })
  const others = await link(table.max)
  expect([
    await ends(table.mia, () => call(world.url, 'unsubscribe', at(table.mia))),
    await ends(table.mia, () => call(world.url, 'endOtherSessions', { ...ofTeam, token: table.mia.token })),
    await ends(newcomer, () =>
      call(world.url, 'removeMember', {
        ...{ token: table.ana.token, params: { id: table.team, mid: newcomer.member.id } },
      }),
    ),
    await opens(others),
  ]).toEqual([[false, false], [false, false], [false, false], true])

  const url = await link(table.gus)
  const listed = await call(world.url, 'sessions', { ...ofTeam, token: table.gus.token })
  const feed = listed.sessions.find(({ kind }) => kind === 'feed')
  await call(world.url, 'endSession', {
    ...{ token: table.gus.token, params: { id: table.team, session: feed?.id ?? 'none' } },
  })
  expect(await opens(url)).toBe(false)
})

test('[H31] the secret of a link is in no file, and in no line of the log', async () => {
  const url = await link(table.max)
  await fetch(url)
  const token = url.searchParams.get('token') as string
  await expect.poll(() => logged.some(line => line.includes('calendar.ics'))).toBe(true)
  expect([
    logged.filter(line => line.includes(token)),
    allBytesIn(join(world.dataDir)).includes(Buffer.from(token)),
  ]).toEqual([[], false])
})

test('[M3] a move about follow-up is taken for everybody, or refused with its reason', async () => {
  const asked = (who: Person, request: MoveRequest) => move(world, who, table.board, request)
  const added = await asked(table.ugo, {
    type: 'action.add',
    action: { what: 'Ask the office', owners: [table.max.member.id], due: '2027-02-01', traces: [] },
  })
  const { seq } = (added.body as { move: { seq: number } }).move
  const confirm: MoveRequest = { type: 'action.confirm', action: seq, outcome: 'done' }
  const answers = [
    codeOf(await asked(table.ugo, confirm)),
    codeOf(await asked(table.obi, confirm)),
    codeOf(await asked(table.gus, { ...confirm })),
    codeOf(await asked(table.ana, { ...confirm, action: 999 })),
    (await asked(table.ana, confirm)).status,
    codeOf(await asked(table.ana, confirm)),
    (await asked(table.max, confirm)).status,
    codeOf(await asked(table.max, { type: 'action.update', action: seq, change: { due: '2027-02-02' } })),
    codeOf(await asked(table.max, { type: 'action.update', action: seq, change: {} })),
    codeOf(await asked(table.fay, { type: 'review.plan', on: '2027-02-30' })),
  ]
  expect(answers).toEqual([
    ...['409 not_co_chair', '409 read_only', '409 no_side', '409 no_such_action'],
    ...[201, '409 already_confirmed', 201, '409 action_closed', '400 bad_request', '400 bad_request'],
  ])
  const { actions } = (await call(world.url, 'report', at(table.obi))) as { actions: { id: number; outcome: string }[] }
  expect(actions.find(({ id }) => id === seq)?.outcome).toBe('done')
})
