import { type EventEmitter, once } from 'node:events'
import {
  type Author,
  type BoardId,
  bodyOf,
  drawFrame,
  groupCards,
  ImageId,
  jointTextOf,
  type MoveRequest,
  paragraphs,
  postCard,
  postComment,
  setJointText,
  undoManagerFor,
} from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import { ENDPOINTS, type EndpointName } from '@jointly/protocol'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { ask, call, type Person, startWorld, type World } from '../world.ts'
import { addressesOf } from './addresses.ts'
import { canaries, foundIn } from './canaries.ts'
import { cookieOf, invite, type Seated, seatTable, type Table } from './seats.ts'
import { joinWire, presence, step1, step2, writes } from './wire.ts'

/**
 * A busy union caucus of 100 words that stand nowhere else, and everybody who is not of it, connected and asking for it in
 * every way there is: two hostile managers, one of them in a browser that is a union member as well, the facilitator who
 * made the team, an observer, a guest of the union who is not asked in (another is, and is inside). Every byte that reaches one of them is kept, as are metrics and log.
 */

const WORDS = canaries(100, 'caucus')
let world: World
let table: Table
let fox: Seated & { readonly jar: string }
const logged: string[] = []
const captured: Buffer[] = []

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: line => logged.push(line) })
  world = await startWorld({ log })
  table = await seatTable(world)
  fox = await twoInOneBrowser()
})
afterAll(() => world.stop())

/** Somebody who came by a management link in the browser of a union member: one cookie, two members. */
const twoInOneBrowser = async () => {
  const { code } = await invite(world, table.max, table.team, { role: 'member', side: table.max.member.side })
  const asked = await ask(world.url, 'acceptInvitation', {
    ...{ params: { code }, body: { name: 'Fox' }, headers: { cookie: table.ugo.cookie } },
  })
  const { member, token } = asked.body as Person
  return { member, token, cookie: '', jar: cookieOf(asked) || table.ugo.cookie }
}

/** What the hostile ask with: their token, or the shared cookie in the name of the one who is not of the union. */
const outsiders = () => [
  ...[table.max, table.mia, table.fay, table.obi, table.gus].map(({ token, member }) => ({
    as: member.id,
    headers: { authorization: `Bearer ${token}` } as Record<string, string>,
    query: `token=${token}`,
  })),
  { as: fox.member.id, headers: { cookie: fox.jar } as Record<string, string>, query: `as=${fox.member.id}` },
]
type Outsider = ReturnType<typeof outsiders>[number]

const keep = async (response: Response) => {
  captured.push(Buffer.from(JSON.stringify([...response.headers])), Buffer.from(await response.arrayBuffer()))
}

/** What would end the asker's own part in this. */
const ENDS_ONESELF: ReadonlySet<EndpointName> = new Set([
  'signOut',
  'endOtherSessions',
  'acceptInvitation',
  'createTeam',
])

/** Every endpoint there is, about the caucus wherever one can be named. */
const askEverything = async ({ as, headers }: Outsider, image: string) => {
  const ids = { team: table.team, board: table.board, side: 'union', mid: table.ana.member.id, image }
  for (const name of Object.keys(ENDPOINTS) as EndpointName[]) {
    if (ENDS_ONESELF.has(name)) continue
    const { method } = ENDPOINTS[name]
    for (const path of addressesOf(name, { ids, documents: ['caucus:union', 'joint'] }))
      await keep(
        await fetch(`${world.url}${path}`, {
          ...{
            method,
            headers: { ...headers, 'x-jointly-member': as, 'content-type': 'application/json', origin: world.url },
          },
          ...(method !== 'GET' && { body: '{"writingOff":true,"admitted":true}' }),
        }),
      )
  }
}

/** A socket that keeps every byte that it hears, and sends whatever asks for what is not its own. */
const listen = async ({ headers, query }: Outsider, document: string, frames: readonly Uint8Array[]) => {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/sync/${document}?${query}`, {
    headers: { ...headers, origin: world.url },
  })
  socket.on('message', (bytes: Buffer) => captured.push(bytes))
  socket.on('error', () => {})
  await once(socket, 'open')
  for (const frame of frames) socket.send(frame)
  return socket
}

type Way = (doc: Y.Doc, word: string, author: Author) => unknown
/** The ways to say something in a room beside a card's words; every other word is a card. The first is said as presence. */
const WAYS: readonly (Way | undefined)[] = [
  undefined,
  (doc, word, author) => drawFrame(doc, { ...author, pos: { x: 0, y: 0 }, size: { w: 400, h: 300 }, title: word }),
  (doc, word, author) => postCard(doc, { ...author, kind: 'fact', text: 'Sourced', source: word }),
  (doc, word) => jointTextOf(doc, 'issue').push(paragraphs(`How ${word}?`)),
  (doc, word) => jointTextOf(doc, 'agreement').push(paragraphs(`We ${word}.`)),
  (doc, word, author) => postComment(doc, { ...author, about: 'agreement', text: `Why ${word}?` }),
  (doc, word, author) =>
    postComment(doc, { ...author, about: 'agreement', passage: { ...PASSAGE, quote: word }, text: 'This one?' }),
  (doc, word, author) => postCard(doc, { ...author, kind: 'criterion', text: 'Fair', anchor: word }),
  (doc, word, author) => postCard(doc, { ...author, kind: 'note', text: 'Seen', image: PICTURE, alt: word }),
  (doc, word, author) => groupCards(doc, { ...author, heading: word, cards: [], pos: { x: 0, y: 0 } }),
  (doc, word, author) => {
    const body = bodyOf(doc, postCard(doc, { ...author, kind: 'option', text: 'Linked' })) as Y.XmlFragment
    const letters = (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
    letters.insert(0, 'here ', { link: { href: `https://example.org/${word}` } })
  },
]
const PASSAGE = { from: { client: 1, clock: 0 }, to: { client: 1, clock: 3 } }
const PICTURE = { id: ImageId.parse('a-picture'), w: 4, h: 3 }
/** Everything that a page says of the moment, and more than it says. */
const presenceOf = (word: string) => ({
  ...{ writing: word, asks: { late: [word] }, canvas: { cursor: word, drag: [word], laser: word, selected: [word] } },
  user: { name: word },
  said: word,
})

/** The union at work: cards, a joint text, a frame, sources, a picture's words, presence, moves, history, a purge of nothing. */
const beBusy = async (board: BoardId) => {
  const { ana, ugo } = table
  const wires = await Promise.all(
    [ana, ugo].map(({ token }) => joinWire(world, `caucus:${board}:union`, { token, query: { saved: '1' } })),
  )
  const [first, second] = wires as [(typeof wires)[0], (typeof wires)[0]]
  const author = { by: ugo.member.id, side: ugo.member.side }
  const doc = new Y.Doc()
  await move(ana, { type: 'caucus.call', side: UNION, minutes: 20, purpose: 'The rota' })
  const gil = await table.seat('Gil', ana, { role: 'guest', side: UNION })
  await call(world.url, 'inviteToCaucus', {
    ...{ token: ana.token, params: { id: board, side: UNION, mid: gil.member.id } },
  })
  const asGuest = await joinWire(world, `caucus:${board}:union`, { token: gil.token })
  let before = Y.encodeStateVector(doc)
  for (const [i, word] of WORDS.entries()) {
    const say = WAYS[i]
    if (i === 0) first.send(presence({ client: 7, clock: 1, state: presenceOf(word) }))
    else if (say !== undefined) say(doc, word, author)
    else {
      const card = postCard(doc, { ...author, kind: i % 2 === 0 ? 'option' : 'interest', text: word })
      if (i % 5 === 0) bodyOf(doc, card)?.push(paragraphs('said in other words'))
    }
    expect(await writes(second, Y.encodeStateAsUpdate(doc, before))).toBe('saved')
    before = Y.encodeStateVector(doc)
  }
  // What is taken back stays in the log of the room, and comes again with it.
  const undo = undoManagerFor(doc)
  setJointText(doc, 'agreement', 'said and taken back')
  undo.undo()
  undo.redo()
  const reworded = postCard(doc, { ...author, kind: 'option', text: 'A rota' })
  await writes(second, Y.encodeStateAsUpdate(doc, before))
  const hers = new Y.Doc()
  Y.applyUpdate(hers, Y.encodeStateAsUpdate(doc))
  bodyOf(hers, reworded)?.push(paragraphs('in other words'))
  await writes(first, Y.encodeStateAsUpdate(hers, Y.encodeStateVector(doc)))
  await move(ana, { type: 'caucus.call', side: UNION, minutes: 40 })
  return { wires, doc, asGuest, gil, reworded }
}
const rewordingsFor = async ({ token }: Person) =>
  (
    await call(world.url, 'rewordings', {
      ...{ token, params: { id: table.board }, query: { document: `caucus:${UNION}` } },
    })
  ).rewordings
const move = (who: Person, body: MoveRequest) =>
  call(world.url, 'move', { token: who.token, params: { id: table.board }, body })

test('[L33] of a busy caucus not one word reaches the other side, a facilitator, an observer or a guest, by any endpoint, socket, metric or log line', async () => {
  const { board, ana, ugo } = table
  const outside = outsiders()
  const documents = [`joint:${board}`, `minutes:${board}`]
  const asked = [step1(), presence({ client: 7, clock: 9, state: { writing: null } }), new Uint8Array([3])]
  const open = await Promise.all(outside.flatMap(one => documents.map(document => listen(one, document, asked))))

  const { wires, doc, asGuest, gil, reworded } = await beBusy(board)
  // Derived inside before it is asked for outside: what is kept of it is nobody else's either.
  const rewordings = [await rewordingsFor(ugo), await rewordingsFor(gil)]
  // Now that they could know its ids: the caucus's own state vector and updates, on sockets of the table and of the caucus.
  const curious = [step1(Y.encodeStateVector(new Y.Doc())), step1(Y.encodeStateVector(doc)), new Uint8Array([3])]
  const names = [
    `caucus:${board}:union`,
    `caucus%3A${board}%3Aunion`,
    `caucus:${board}:union:`,
    `caucus:${board}:UNION`,
    `draft:${board}:${ugo.member.id}`,
  ]
  for (const one of outside) {
    for (const document of names) open.push(await listen(one, document, curious))
    for (const document of documents) open.push(await listen(one, document, curious))
    open.push(await listen(one, `joint:${board}`, [step2(Y.encodeStateAsUpdate(new Y.Doc()))]))
  }
  const image = await pictureInCaucus()
  for (const one of outside) await askEverything(one, image)
  for (const path of ['/metrics', '/healthz', '/api/openapi.json']) await keep(await fetch(`${world.url}${path}`))
  await call(world.url, 'history', { token: ana.token, params: { id: board }, query: { document: 'caucus:union' } })
  await move(ana, { type: 'caucus.end', side: UNION })
  await call(world.url, 'purgeCaucus', { token: ana.token, params: { id: board, side: UNION } })
  for (const socket of open) socket.close()
  await Promise.all(open.map(socket => socket.readyState === socket.CLOSED || once(socket as EventEmitter, 'close')))

  const heardBy = ({ heard }: (typeof wires)[0]) =>
    Buffer.concat(heard.map(one => ('update' in one ? Buffer.from(one.update) : Buffer.from(JSON.stringify(one)))))
  const heardInside = Buffer.concat(wires.map(heardBy))
  expect({
    inside: foundIn(heardInside, WORDS).length,
    byTheGuest: foundIn(heardBy(asGuest), WORDS).length,
    rewordings,
    outside: foundIn(Buffer.concat(captured), [...WORDS, reworded]),
    logged: foundIn(Buffer.from(logged.join('\n')), WORDS),
    // Of an outsider's own refused request there may be one.
    linesOfCaucus: logged.filter(line => /caucus/i.test(line) && !/"status":4/.test(line)),
    failures: logged.filter(line => line.includes('a request failed')),
    hasCaptured: captured.length > 500,
    hasLogged: logged.length > 100,
  }).toEqual({
    inside: 100,
    byTheGuest: 100,
    // Hers and nobody else's: what Ugo changed in his own words is his.
    rewordings: [{ [reworded]: [ana.member.id] }, { [reworded]: [ana.member.id] }],
    outside: [],
    logged: [],
    linesOfCaucus: [],
    failures: [],
    hasCaptured: true,
    hasLogged: true,
  })
})

const pictureInCaucus = async (): Promise<string> => {
  const response = await fetch(`${world.url}/api/boards/${table.board}/images?document=caucus:union`, {
    ...{ method: 'POST', headers: { authorization: `Bearer ${table.ugo.token}` } },
    body: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  })
  return ((await response.json()) as { image: { id: string } }).image.id
}

test('[L33] whatever form a word takes on its way, the search finds it', () => {
  const word = WORDS[0] as string
  const forms = [
    word,
    Buffer.from(`x${word}`).toString('base64'),
    Buffer.from(`xy${word}z`).toString('base64'),
    Buffer.from(word).toString('hex'),
    Buffer.from(word, 'utf16le'),
  ]
  expect(forms.map(form => foundIn(Buffer.concat([Buffer.from('a'), Buffer.from(form as string)]), WORDS))).toEqual(
    forms.map(() => [word]),
  )
})
