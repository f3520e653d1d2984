import { type CardId, RoundId, wordingOfText } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import { ENDPOINTS, type EndpointName, type Problem, type Reply } from '@jointly/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, ask } from '../world.ts'
import { docWithCard } from './craft.ts'
import { COLUMNS, type Crowd, cellsOf, gather, type Who } from './crowd.ts'
import { invite, type Seated } from './seats.ts'
import { joinWire, writes } from './wire.ts'

/**
 * Who may do what: every role at every endpoint; `sockets.test.ts` has the sockets. A cell says what the door answers, by the names below.
 * A new endpoint does not compile until it has a row here and an action.
 */
const REFUSED = {
  sign: [401, 'sign_in'],
  not: [403, 'not_yours'],
  wait: [403, 'not_admitted'],
  await: [403, 'not_accepted'],
  chair: [403, 'not_co_chair'],
  facil: [403, 'not_facilitator'],
  mute: [403, 'read_only'],
  off: [403, 'authorship_off'],
  none: [404, 'no_such'],
  // As a move's refusal: a conflict with how things stand.
  read: [409, 'read_only'],
  lead: [409, 'not_facilitator'],
  side: [409, 'no_side'],
  own: [409, 'own_interest'],
} as const

const HTTP = {
  //                 nobody bad  expired other waiting awaited left out  observer guest member manager co-chair facilitator
  createTeam: '      ok     ok   ok      ok    ok      ok      ok   ok   ok       ok    ok     ok      ok       ok',
  invitation: '      ok     ok   ok      ok    ok      ok      ok   ok   ok       ok    ok     ok      ok       ok',
  acceptInvitation: 'ok     ok   ok      ok    ok      ok      ok   ok   ok       ok    ok     ok      ok       ok',
  me: '              ok     ok   ok      ok    ok      ok      ok   ok   ok       ok    ok     ok      ok       ok',
  signOut: '         ok     ok   ok      ok    ok      ok      ok   ok   ok       ok    ok     ok      ok       ok',
  cases: '           sign   sign sign    ok    ok      ok      ok   sign ok       ok    ok     ok      ok       ok',
  team: '            sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  invitations: '     sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  invite: '          sign   sign sign    not   wait    await   not  sign chair    chair ok     chair   ok       ok',
  revokeInvitation: 'sign   sign sign    not   wait    await   not  sign chair    chair ok     chair   ok       ok',
  sessions: '        sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  endSession: '      sign   sign sign    not   wait    await   not  sign none     none  none   none    none     none',
  endOtherSessions: 'sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  returnLink: '      sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  changeMember: '    sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  removeMember: '    sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  accept: '          sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  dismiss: '         sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  createBoard: '     sign   sign sign    not   wait    await   not  sign facil    facil facil  facil   ok       ok',
  board: '           sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  caucus: '          sign   sign sign    not   wait    await   not  sign not      not   ok     not     ok       not',
  switchCaucus: '    sign   sign sign    not   wait    await   not  sign not      not   chair  not     ok       not',
  purgeCaucus: '     sign   sign sign    not   wait    await   not  sign not      not   chair  not     ok       not',
  inviteToCaucus: '  sign   sign sign    not   wait    await   not  sign not      not   chair  not     ok       not',
  sendOutOfCaucus: ' sign   sign sign    not   wait    await   not  sign not      not   chair  not     ok       not',
  caucusInvitation: 'sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  round: '           sign   sign sign    not   wait    await   not  sign none     none  none   none    none     none',
  history: '         sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  state: '           sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  comments: '        sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  rewordings: '      sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  authorship: '      sign   sign sign    not   wait    await   not  sign off      off   off    off     off      off',
  record: '          sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  report: '          sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  reportMarkdown: '   sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  reportHtml: '       sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  reportCsv: '        sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  calendar: '         sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  subscribe: '        sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  unsubscribe: '      sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  addImage: '        sign   sign sign    not   wait    await   not  sign mute     ok    ok     ok      ok       ok',
  image: '           sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
  move: '            sign   sign sign    not   wait    await   not  sign read     lead  lead   lead    lead     ok',
} as const satisfies Record<EndpointName, string>

/** The same endpoints where it matters what is asked for. */
const MORE = {
  //                          nobody bad  expired other waiting awaited left out  observer guest member manager co-chair facilitator
  'invite a co-chair':
    '      sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  'invite an observer':
    '     sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       ok',
  'admit a newcomer':
    '       sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  'dismiss an observer':
    '    sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       ok',
  'dismiss a facilitator':
    '  sign   sign sign    not   wait    await   not  sign chair    chair chair  chair   ok       chair',
  'adopt an interest':
    '      sign   sign sign    not   wait    await   not  sign read     side  ok     own     ok       side',
  'read the union caucus':
    '  sign   sign sign    not   wait    await   not  sign not      not   ok     not     ok       not',
  'replay the union caucus':
    'sign   sign sign    not   wait    await   not  sign not      not   ok     not     ok       not',
  'read who reworded in the union caucus':
    'sign   sign sign    not   wait    await   not  sign not      not   ok     not     ok       not',
  'read when it was said in the union caucus':
    'sign   sign sign    not   wait    await   not  sign not      not   ok     not     ok       not',
  'read the minutes':
    '       sign   sign sign    not   wait    await   not  sign ok       ok    ok     ok      ok       ok',
} as const

type At = { readonly crowd: Crowd; readonly card: CardId; readonly who: Who }

const ofTeam = ({ crowd, who }: At) => ({ token: who.token, params: { id: crowd.team } })
const ofBoard = ({ crowd, who }: At) => ({ token: who.token, params: { id: crowd.board } })
const ofUnion = ({ crowd, who }: At) => ({ token: who.token, params: { id: crowd.board, side: UNION } })
/** A guest of the union's, new for each cell. */
const ofGuest = async ({ crowd, who }: At) => {
  const { member } = await crowd.seat('Gil', crowd.ana, { role: 'guest', side: UNION })
  return { token: who.token, params: { id: crowd.board, side: UNION, mid: member.id } }
}
const ofMember = ({ crowd, who }: At, { member }: Seated) => ({
  token: who.token,
  params: { id: crowd.team, mid: member.id },
})
const freshCode = async ({ crowd }: At) =>
  (await invite(crowd, crowd.ana, crowd.team, { role: 'member', side: UNION })).code
/** Somebody of the union who is nobody else's business, new for each cell. */
const newcomer = ({ crowd }: At) => crowd.seat('Nia', crowd.ugo, { role: 'member', side: UNION })

/** The body is the file itself, which `ask` does not send. */
const upload = async ({ crowd, who }: At): Promise<Asked> => {
  const response = await fetch(`${crowd.url}/api/boards/${crowd.board}/images`, {
    method: 'POST',
    headers: who.token === null ? {} : { authorization: `Bearer ${who.token}` },
    body: Buffer.from(ONE_PIXEL, 'base64'),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}
const ONE_PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const INTEREST = 'Substitutes who know the school'
const CAUCUS = 'caucus:union'

const ACTIONS: Record<EndpointName | keyof typeof MORE, (at: At) => Promise<Asked>> = {
  createTeam: ({ crowd, who: { token } }) =>
    ask(crowd.url, 'createTeam', { token, body: { name: 'Hill', yourName: 'Eve' } }),
  invitation: async at =>
    ask(at.crowd.url, 'invitation', { token: at.who.token, params: { code: await freshCode(at) } }),
  acceptInvitation: async at => {
    const params = { code: await freshCode(at) }
    return ask(at.crowd.url, 'acceptInvitation', { token: at.who.token, params, body: { name: 'Eve' } })
  },
  me: ({ crowd, who: { token } }) => ask(crowd.url, 'me', { token }),
  // By the cookie: the token is needed for the other rows.
  signOut: ({ crowd, who: { cookie } }) => ask(crowd.url, 'signOut', { headers: { cookie } }),
  sessions: at => ask(at.crowd.url, 'sessions', ofTeam(at)),
  endSession: at => ask(at.crowd.url, 'endSession', { ...ofTeam(at), params: { id: at.crowd.team, session: 'none' } }),
  endOtherSessions: at => ask(at.crowd.url, 'endOtherSessions', ofTeam(at)),
  cases: ({ crowd, who: { token } }) => ask(crowd.url, 'cases', { token }),
  team: at => ask(at.crowd.url, 'team', ofTeam(at)),
  invitations: at => ask(at.crowd.url, 'invitations', ofTeam(at)),
  invite: at => ask(at.crowd.url, 'invite', { ...ofTeam(at), body: { role: 'member', side: UNION } }),
  revokeInvitation: async at => {
    const { id: iid } = await invite(at.crowd, at.crowd.ana, at.crowd.team, { role: 'member', side: UNION })
    return ask(at.crowd.url, 'revokeInvitation', { token: at.who.token, params: { id: at.crowd.team, iid } })
  },
  returnLink: at => ask(at.crowd.url, 'returnLink', ofMember(at, at.crowd.ana)),
  changeMember: async at =>
    ask(at.crowd.url, 'changeMember', { ...ofMember(at, await newcomer(at)), body: { role: 'observer' } }),
  removeMember: async at => ask(at.crowd.url, 'removeMember', ofMember(at, await newcomer(at))),
  accept: async at => {
    const observer = await at.crowd.seatAsTheyCome('Oda', at.crowd.fay, { role: 'observer' })
    return ask(at.crowd.url, 'accept', ofMember(at, observer))
  },
  dismiss: async at => {
    const observer = await at.crowd.seat('Oda', at.crowd.fay, { role: 'observer' })
    return ask(at.crowd.url, 'dismiss', ofMember(at, observer))
  },
  createBoard: at => ask(at.crowd.url, 'createBoard', { ...ofTeam(at), body: { title: 'Class sizes' } }),
  board: at => ask(at.crowd.url, 'board', ofBoard(at)),
  caucus: at => ask(at.crowd.url, 'caucus', ofUnion(at)),
  switchCaucus: at => ask(at.crowd.url, 'switchCaucus', { ...ofUnion(at), body: { writingOff: false } }),
  purgeCaucus: at => ask(at.crowd.url, 'purgeCaucus', ofUnion(at)),
  caucusInvitation: at => ask(at.crowd.url, 'caucusInvitation', ofBoard(at)),
  inviteToCaucus: async at => {
    const body = { type: 'caucus.call', side: UNION } as const
    await ask(at.crowd.url, 'move', { token: at.crowd.ana.token, params: { id: at.crowd.board }, body })
    return ask(at.crowd.url, 'inviteToCaucus', await ofGuest(at))
  },
  sendOutOfCaucus: async at => ask(at.crowd.url, 'sendOutOfCaucus', await ofGuest(at)),
  round: at =>
    ask(at.crowd.url, 'round', { ...ofBoard(at), params: { id: at.crowd.board, round: RoundId.parse('none') } }),
  history: at => ask(at.crowd.url, 'history', ofBoard(at)),
  state: at => ask(at.crowd.url, 'state', ofBoard(at)),
  comments: at => ask(at.crowd.url, 'comments', ofBoard(at)),
  rewordings: at => ask(at.crowd.url, 'rewordings', ofBoard(at)),
  authorship: at => ask(at.crowd.url, 'authorship', { ...ofBoard(at), query: { of: 'issue' } }),
  record: at => ask(at.crowd.url, 'record', ofBoard(at)),
  report: at => ask(at.crowd.url, 'report', ofBoard(at)),
  reportMarkdown: at => ask(at.crowd.url, 'reportMarkdown', ofBoard(at)),
  reportHtml: at => ask(at.crowd.url, 'reportHtml', ofBoard(at)),
  reportCsv: at => ask(at.crowd.url, 'reportCsv', ofBoard(at)),
  calendar: at => ask(at.crowd.url, 'calendar', ofBoard(at)),
  subscribe: at => ask(at.crowd.url, 'subscribe', { ...ofBoard(at), body: { language: 'en' } }),
  unsubscribe: at => ask(at.crowd.url, 'unsubscribe', ofBoard(at)),
  addImage: at => upload(at),
  image: async at => {
    const { image } = (await upload({ ...at, who: at.crowd.who.facilitator })).body as Reply<'addImage'>
    return ask(at.crowd.url, 'image', { token: at.who.token, params: { id: at.crowd.board, image: image.id } })
  },
  move: at => ask(at.crowd.url, 'move', { ...ofBoard(at), body: { type: 'timer.start', seconds: 60 } }),

  'invite a co-chair': at => ask(at.crowd.url, 'invite', { ...ofTeam(at), body: { role: 'co-chair', side: UNION } }),
  'invite an observer': at => ask(at.crowd.url, 'invite', { ...ofTeam(at), body: { role: 'observer' } }),
  'admit a newcomer': async at =>
    ask(at.crowd.url, 'changeMember', { ...ofMember(at, await newcomer(at)), body: { admitted: true } }),
  'dismiss an observer': async at => {
    const observer = await at.crowd.seat('Oda', at.crowd.fay, { role: 'observer' })
    return ask(at.crowd.url, 'removeMember', ofMember(at, observer))
  },
  'dismiss a facilitator': async at => {
    const facilitator = await at.crowd.seat('Fred', at.crowd.fay, { role: 'facilitator' })
    return ask(at.crowd.url, 'removeMember', ofMember(at, facilitator))
  },
  'adopt an interest': at => {
    const body = { type: 'interest.adopt', card: at.card, wording: wordingOfText(INTEREST) } as const
    return ask(at.crowd.url, 'move', { ...ofBoard(at), body })
  },
  'read the union caucus': at => ask(at.crowd.url, 'history', { ...ofBoard(at), query: { document: CAUCUS } }),
  'replay the union caucus': at => ask(at.crowd.url, 'state', { ...ofBoard(at), query: { document: CAUCUS } }),
  'read who reworded in the union caucus': at =>
    ask(at.crowd.url, 'rewordings', { ...ofBoard(at), query: { document: CAUCUS } }),
  'read when it was said in the union caucus': at =>
    ask(at.crowd.url, 'comments', { ...ofBoard(at), query: { document: CAUCUS } }),
  'read the minutes': at => ask(at.crowd.url, 'history', { ...ofBoard(at), query: { document: 'minutes' } }),
}

let crowd: Crowd
let card: CardId
beforeAll(async () => {
  crowd = await gather()
  const { max } = crowd
  const posted = docWithCard({ by: max.member.id, side: max.member.side, text: INTEREST })
  const wire = await joinWire(crowd, `joint:${crowd.board}`, { token: max.token, query: { saved: '1' } })
  await writes(wire, posted.update)
  card = posted.card
})
afterAll(() => crowd.stop())

const statusOf: Record<keyof typeof ACTIONS, number> = {
  ...(Object.fromEntries(Object.entries(ENDPOINTS).map(([name, { status }]) => [name, status])) as Record<
    EndpointName,
    number
  >),
  'invite a co-chair': 201,
  'invite an observer': 201,
  'admit a newcomer': 200,
  'dismiss an observer': 204,
  'dismiss a facilitator': 204,
  'adopt an interest': 201,
  'read the union caucus': 200,
  'replay the union caucus': 200,
  'read who reworded in the union caucus': 200,
  'read when it was said in the union caucus': 200,
  'read the minutes': 200,
}

const ROWS = Object.entries({ ...HTTP, ...MORE })

test.each(ROWS)('[I1] who may: %s', async (name, row) => {
  const action = name as keyof typeof ACTIONS
  const answers: Partial<Record<string, unknown>> = {}
  for (const column of COLUMNS) {
    const { status, body } = await ACTIONS[action]({ crowd, card, who: crowd.who[column] })
    answers[column] = status < 400 ? [status] : [status, (body as Problem).code]
  }
  const expected = Object.entries(cellsOf(row)).map(([column, cell]) => [
    column,
    cell === 'ok' ? [statusOf[action]] : REFUSED[cell as keyof typeof REFUSED],
  ])
  expect(answers).toEqual(Object.fromEntries(expected))
})
