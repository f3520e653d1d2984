import { type BoardId, EDIT, keepMarks, type MemberId, type Process, SYSTEM } from '@jointly/board'
import { openScreen, type Person, processIn, type Screen, synced, type World } from '../world.ts'
import { editSomething } from './edits.ts'
import type { Hand } from './hand.ts'
import { nameOf, textsIn } from './letters.ts'
import { countSaved } from './saved.ts'
import type { Random } from './seeds.ts'
import { type Committed, shownTooSoon } from './witness.ts'

/** What all who sit at one board share, and what went wrong there. */
export type Table = {
  /** The server as it runs now: it ends and starts again. */
  readonly server: { world: World }
  readonly board: BoardId
  readonly committed: Committed
  /** Whose each client id is that ever wrote here. */
  readonly owners: Map<number, MemberId>
  readonly wrong: string[]
}

/** The layout is unlocked and locked again while people move cards: whoever moves only their own is never too late. */
const LOCKED = { locked: true, only: null }

/** One open page of one person: the joint document and the minutes, by stock providers. */
export class Player {
  readonly person: Person
  readonly random: Random
  readonly table: Table
  joint: Screen
  minutes: Screen
  private count: ReturnType<typeof countSaved> | null = null
  /** Texts that this page's own edits went into: what its undo may change back. */
  private readonly touched = new Set<string>()

  constructor(person: Person, random: Random, table: Table) {
    this.person = person
    this.random = random
    this.table = table
    this.joint = this.openJoint()
    this.minutes = this.openMinutes()
  }

  get hand(): Hand & { readonly process: Process } {
    const process = processIn(this.minutes)
    const board = this.joint.watch.view()
    return { random: this.random, doc: this.joint.doc, board, who: this.person.member, now: LOCKED, process }
  }

  /** Nothing is done on a page before it has loaded. */
  get loaded(): boolean {
    return this.joint.doc.getMap('meta').has('schema') && processIn(this.minutes).board !== null
  }

  get isOnline(): boolean {
    return this.joint.provider.shouldConnect
  }

  /** Connected, with everything sent and known to be committed. */
  get quiet(): boolean {
    return this.joint.provider.synced && this.minutes.provider.synced && this.count?.allSaved() === true
  }

  edit(): void {
    editSomething(this.hand)
  }

  /** Takes back, or does again, only what this page did, and takes no letter that somebody else has typed. */
  undo(act: 'undo' | 'redo'): void {
    const { joint, table, person } = this
    const mine = joint.doc.clientID
    const before = textsIn(joint.doc)
    joint.undo[act]()
    const after = textsIn(joint.doc)
    for (const [text, { words, letters }] of before) {
      const now = after.get(text)
      const lost = letters.filter(({ client, id }) => client !== mine && !now?.letters.some(letter => letter.id === id))
      if (lost.length > 0)
        table.wrong.push(`${person.member.name}'s ${act} took ${lost.length} letters out of ${words}`)
      if (words !== now?.words && !this.touched.has(text))
        table.wrong.push(`${person.member.name}'s ${act} changed ${words} to ${now?.words}`)
    }
  }

  disconnect(): void {
    this.joint.provider.disconnect()
    this.minutes.provider.disconnect()
  }

  connect(): void {
    this.joint.provider.connect()
    this.minutes.provider.connect()
  }

  /** A new page: what the old one had not sent is lost with it, and undo begins anew. */
  reload(): void {
    this.close()
    this.touched.clear()
    this.joint = this.openJoint()
    this.minutes = this.openMinutes()
  }

  close(): void {
    this.joint.close()
    this.minutes.close()
  }

  loadedBoth(): Promise<unknown> {
    return Promise.all([synced(this.joint), synced(this.minutes)])
  }

  private openJoint(): Screen {
    const screen = this.open('joint', { saved: '1' })
    keepMarks(screen.doc)
    this.table.owners.set(screen.doc.clientID, this.person.member.id)
    this.count = countSaved(screen, { ...this.table, document: `joint:${this.table.board}`, found: this.table.wrong })
    screen.doc.on('afterTransaction', ({ origin, changedParentTypes }) => {
      if (origin === EDIT) for (const type of changedParentTypes.keys()) this.touched.add(nameOf(type))
    })
    return screen
  }

  private openMinutes(): Screen {
    return this.open('minutes', {})
  }

  private open(kind: 'joint' | 'minutes', params: Record<string, string>): Screen {
    const { server, board, committed, wrong } = this.table
    const document = `${kind}:${board}`
    const screen = openScreen(server.world, this.person, document, params)
    shownTooSoon(screen, { document, committed, found: wrong })
    screen.provider.on('closed', ({ code, reason }) =>
      wrong.push(`${this.person.member.name} was closed with ${code} ${reason}`),
    )
    return screen
  }
}

export const ownerIn = ({ owners }: Table, client: number): MemberId => owners.get(client) ?? SYSTEM
