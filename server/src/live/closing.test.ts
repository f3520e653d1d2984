import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BoardId,
  bodyOf,
  type CardId,
  DEFAULT_SIDES,
  documentOf,
  keepMarks,
  type Member,
  type Move,
  StepId,
} from '@jointly/board'
import { people, post, words } from '@jointly/board/testing'
import { CLOSE, SYNC } from '@jointly/protocol'
import * as decoding from 'lib0/decoding'
import * as prng from 'lib0/prng'
import { afterAll, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openSqlite } from '../storage/sqlite.ts'
import { Connection, GRACE_MS, LIMITS } from './connection.ts'
import { step1Frame, step2Frame, updateFrame } from './frames.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'

/**
 * A stage with `only` closes what three people are typing in. Rooms, gate, journal and storage are the real ones; only the
 * network and the clock are in the hands of a seed, so that any order in which keystrokes, frames, commits and the end of
 * the grace can come does come.
 */

const RUNS = Number(process.env.CLOSINGS ?? 1_000)
const STEPS = 120
const WARN_SECONDS = 4
const MOST_IN_A_READ = 3

const storage = openSqlite(join(mkdtempSync(join(tmpdir(), 'jointly-')), 'jointly.db'))
afterAll(() => storage.close())

/** Every keystroke is a letter of its own, so that one can tell what became of it. */
type Typed = { readonly letter: string; arrivedAt: number | null }

/** One person's page: what it holds, what is on its way to and from the server, and what came back to the tray. */
class Page {
  doc = new Y.Doc()
  readonly typed: Typed[] = []
  readonly tray: string[] = []
  saved = 0
  refused: string | null = null
  private readonly member: Member
  private readonly room: Room
  private readonly journal: Rooms['journal']
  private readonly clock: () => number
  private readonly sent: { readonly frame: Uint8Array; readonly typed: Typed | null }[] = []
  private readonly heard: Uint8Array[] = []
  private connection: Connection
  private lost: Y.Doc | null = null

  constructor(member: Member, room: Room, { journal, clock }: { journal: Rooms['journal']; clock: () => number }) {
    this.member = member
    this.room = room
    this.journal = journal
    this.clock = clock
    this.connection = this.connect()
    this.listen()
  }

  type(card: CardId, letter: string, random: prng.PRNG): void {
    if (this.refused !== null || bodyOf(this.doc, card) === undefined) return
    this.typed.push({ letter, arrivedAt: null })
    const text = words(this.doc, card)
    text.insert(prng.int32(random, 0, text.length), letter)
  }

  /** The next frames, up to so many, arrive at the server in one read of the socket; whether there were any. */
  async arrive(most: number): Promise<boolean> {
    const read = this.sent.splice(0, most)
    if (read.length === 0) return false
    for (const { frame, typed } of read) {
      if (typed !== null) typed.arrivedAt = this.clock()
      this.connection.receive(frame)
    }
    await null
    // Not from within the server's own step: a socket closes, and only then is another opened.
    if (this.lost !== null && this.sent.length === 0 && this.heard.length === 0) this.connection = this.connect()
    return true
  }

  /** The next frame arrives here. */
  hear(): boolean {
    const bytes = this.heard.shift()
    if (bytes === undefined) return false
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 100) this.saved = decoding.readVarUint(decoder)
    if (type !== 0) return true
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1)
      this.sent.push({ frame: step2Frame(Y.encodeStateAsUpdate(this.doc, payload)), typed: null })
    else Y.applyUpdate(this.doc, payload, 'server')
    if (step === SYNC.step2) this.fillTray()
    return true
  }

  close(): void {
    this.connection.close(CLOSE.comeBack)
  }

  private connect(): Connection {
    const { room } = this
    const socket = {
      ...{ bufferedAmount: 0, isPaused: false },
      on: () => {},
      send: (frame: Uint8Array) => this.heard.push(frame),
      close: (code: number, reason: string) => {
        if (code === CLOSE.discard.code) this.startAgain(reason)
      },
    } as unknown as WebSocket // as much of a socket as a connection uses
    const connection = new Connection(
      socket,
      room,
      { member: this.member, tokenHash: '', expiresAt: Number.POSITIVE_INFINITY, saved: true },
      {
        ...{ limits: LIMITS, clock: this.clock },
        after: committed => this.journal.after({ committed, lost: () => {} }),
        onClosing: () => {},
        onEnd: () => {},
        onError: fail,
      },
    )
    connection.greet()
    connection.receive(step1Frame(Y.encodeStateVector(this.doc)))
    return connection
  }

  private listen(): void {
    keepMarks(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.sent.push({ frame: updateFrame(update), typed: this.typed.at(-1) ?? null })
    })
  }

  /** Refused: the copy is thrown away and a clean one taken, and only then is known what of it is missing. */
  private startAgain(reason: string): void {
    this.refused = reason
    this.lost = this.doc
    this.sent.length = 0
    this.heard.length = 0
    this.doc = new Y.Doc()
    this.listen()
  }

  /** Own words beyond what the server holds. */
  private fillTray(): void {
    if (this.lost === null) return
    const known = Y.getState(this.doc.store, this.lost.clientID)
    for (const struct of this.lost.store.clients.get(this.lost.clientID) ?? [])
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        this.tray.push(...struct.content.str.slice(Math.max(0, known - struct.id.clock)))
    this.lost = null
  }
}

const begin = Date.parse('2026-09-01T09:00:00Z')
const TYPISTS = [people.ana, people.ugo, people.max]

const play = async (seed: number) => {
  const random = prng.create(seed)
  let now = begin
  const clock = () => now
  const rooms = new Rooms({ storage, clock, onLost: fail, onStumble: fail, onUntidy: fail, onWritten: () => {} })
  const board = BoardId.parse(`board-${seed}`)
  const stamp = (seq: number) => ({ seq, at: new Date(now).toISOString(), by: people.fay.id, side: null })
  const { room, card } = await rooms.use({ kind: 'joint', board }, room => {
    room.minutes.append({
      ...stamp(1),
      ...{ type: 'board.opened', board, title: 'Cover', team: 'Lincoln School', template: 'full' },
      ...{ sides: [...DEFAULT_SIDES], members: Object.values(people) },
    } as Move)
    let card: CardId | null = null
    room.writeAsSystem(doc => {
      card = post(doc, people.fay, { kind: 'option', text: ':' })
    })
    return { room, card: card as unknown as CardId }
  })
  const pages = TYPISTS.map(who => new Page(who, room, { journal: rooms.journal, clock }))
  const closesAt = prng.int32(random, 10, STEPS / 2)
  let boundFrom = Number.POSITIVE_INFINITY
  for (let step = 0; step < STEPS; step++) {
    const page = prng.oneOf(random, pages)
    if (step === closesAt) {
      boundFrom = now + WARN_SECONDS * 1000 + GRACE_MS
      const criteria = { type: 'stage.open', stage: StepId.parse('criteria'), only: true, warnSeconds: WARN_SECONDS }
      room.minutes.append({ ...stamp(room.minutes.log.head.seq + 1), ...criteria } as Move)
    }
    now += prng.int32(random, 0, 250)
    const act = prng.int32(random, 0, 9)
    if (act < 4) page.type(card, String.fromCharCode(0x4e00 + step), random)
    else if (act < 7) await page.arrive(prng.int32(random, 1, MOST_IN_A_READ))
    else if (act < 9) page.hear()
    else await rooms.journal.settled()
  }
  // An answer waits for its commit: quiet is only what stays quiet after one.
  for (let quiet = 0; quiet < 3; await rooms.journal.settled())
    quiet = (await Promise.all(pages.flatMap(page => [page.arrive(1), page.hear()]))).includes(true) ? 0 : quiet + 1
  for (const page of pages) page.close()
  await rooms.drain()
  const onBoard = textOf(documentOf((await storage.read(`joint:${board}`)).map(({ bytes }) => bytes)), card)
  return { pages, onBoard, boundFrom, card }
}

const fail = (error: unknown) => {
  throw error
}
const textOf = (doc: Y.Doc, card: CardId): string => words(doc, card).toString().replace(':', '')

/** What went wrong in one run, of all that may not. */
const faultsOf = ({ pages, onBoard, boundFrom, card }: Awaited<ReturnType<typeof play>>): string[] => [
  ...pages.flatMap(({ typed, tray, doc, refused }, i) => [
    ...typed.flatMap(({ letter, arrivedAt }) => {
      const [counts, kept] = [onBoard.includes(letter), tray.includes(letter)]
      return [
        ...(counts || kept ? [] : [`${letter} of ${i} is lost`]),
        ...(counts && kept ? [`${letter} of ${i} is on the board and in the tray`] : []),
        ...(counts && (arrivedAt ?? Number.POSITIVE_INFINITY) >= boundFrom
          ? [`${letter} of ${i} counts, too late`]
          : []),
        ...(!counts && (arrivedAt ?? Number.POSITIVE_INFINITY) < boundFrom ? [`${letter} of ${i} came in time`] : []),
      ]
    }),
    ...(textOf(doc, card) === onBoard ? [] : [`${i} shows ${textOf(doc, card)}, not ${onBoard}`]),
    ...(refused === null || refused === 'stage_only' ? [] : [`${i} was refused: ${refused}`]),
  ]),
]

test('[L24] a stage closes while three people type: nothing counts after the grace, nothing is lost, all see the same', {
  timeout: 600_000,
}, async () => {
  const faults: { seed: number; faults: string[] }[] = []
  let [inTime, late] = [0, 0]
  for (let seed = 1; seed <= RUNS; seed++) {
    const run = await play(seed)
    const found = faultsOf(run)
    if (found.length > 0) faults.push({ seed, faults: found })
    inTime += run.onBoard.length
    late += run.pages.reduce((sum, { tray }) => sum + tray.length, 0)
  }
  console.log(`${RUNS} closings: ${inTime} letters in time, ${late} in trays`)
  expect(faults.slice(0, 5)).toEqual([])
  expect(Math.min(inTime, late)).toBeGreaterThan(RUNS)
})
