import { type Author, type BoardView, isWritingOff, type Member, type MemberId, type Process } from '@jointly/board'
import type { Presence } from '@jointly/protocol'
import { type Arrivals, watchArrivals } from './arrivals.ts'
import { type Block, watchBlock } from './block.ts'
import { watchCircumstances } from './circumstances.ts'
import { type Copy, onNewsOf, openCopy } from './copy.ts'
import { type Composed, type Edits, editsWith } from './edits.ts'
import { EMPTY_VIEW } from './emptyView.ts'
import { forgetAfter } from './forget.ts'
import { type History, watchHistory } from './history.ts'
import { deedRefusal, isClosedTo } from './judge.ts'
import { type Keeper, openKeeper } from './keeper.ts'
import type { Line } from './line.ts'
import { type Minutes, openMinutes } from './minutes.ts'
import { keptAlone } from './patience.ts'
import type { Place } from './place.ts'
import { type Here, type OnCanvas, watchCompany } from './presence.ts'
import { openResending, type Resending } from './resending.ts'
import { type Rewordings, watchRewordings } from './rewordings.ts'
import { type SaveState, saveStateOf, savingStore } from './saved.ts'
import { setAside } from './setAside.ts'
import { afterClose, type Door, type Ending, type Opened, renewalLimit, type Status } from './status.ts'
import { createStore, type Readable, type Store, seenAs } from './store.ts'
import { openTray, type Tray } from './tray.ts'
import { swallowedEntry, type Unsent, type UnsentReason } from './unsent.ts'
import { type Wording, wordingStore } from './wording.ts'

/**
 * One person at one board, at the table or in their side's caucus: its document and the minutes, who is here, and what may
 * be done. It begins when a board is opened and ends with `close`; in between a refused copy is thrown away and a clean one
 * takes its place, and nothing outside notices but the unsent tray.
 */
export class BoardSession {
  readonly opened: Opened
  readonly place: Place
  readonly edits: Edits
  readonly unsent: Store<readonly Unsent[]>
  /** Told when an edit was tried that cannot be done now. */
  onBlocked: (block: Block) => void = () => {}

  readonly #keeper: Keeper
  readonly #minutes: Minutes
  readonly #status = createStore<Status>({ is: 'opening' })
  readonly #view = createStore<BoardView>(EMPTY_VIEW)
  readonly #company: ReturnType<typeof watchCompany>
  readonly #saving = savingStore()
  readonly #history = watchHistory()
  readonly #block: ReturnType<typeof watchBlock>
  readonly #arrivals: ReturnType<typeof watchArrivals>
  readonly #wording = wordingStore()
  readonly #tray: Tray
  readonly #resending: Resending
  readonly #mayRenew = renewalLimit()
  /** Counts the pairs of lines: one pair per copy. */
  #era = 0
  readonly #stops: (() => void)[] = []
  #copy: Copy
  #line: Line
  /** What the others are told of this moment; it goes on with a renewed copy. */
  #said: Presence = { writing: null }
  #seat: Pick<Member, 'role' | 'side'>
  readonly #door: Door

  readonly status: Readable<Status> = this.#status
  readonly view: Readable<BoardView> = this.#view
  readonly process: Readable<Process>
  readonly people: Readable<readonly Here[]>
  /** The others who are on the whiteboard now, and what they do there. */
  readonly onCanvas: Readable<readonly OnCanvas[]>
  readonly saving: Readable<SaveState> = this.#saving
  readonly history: Readable<History> = this.#history
  readonly block: Readable<Block | null>
  /** What acts are judged in now: a stage that alone is open, the layout. */
  readonly circumstances: ReturnType<typeof watchCircumstances>
  readonly arrivals: Readable<Arrivals>
  readonly wording: Readable<Wording | null> = this.#wording
  readonly rewordings: Readable<Rewordings>

  constructor(opened: Opened, door: Door, place: Place) {
    this.opened = opened
    this.place = place
    this.#door = door
    this.#seat = opened.you
    this.#keeper = openKeeper(opened)
    this.#minutes = openMinutes(opened, this.#keeper)
    this.process = seenAs(this.#minutes.process, place.holds)
    this.#block = watchBlock({
      ...{ process: this.process, status: this.#status, me: () => this.me },
      writingOff: () => isWritingOff(this.#copy.doc),
    })
    this.block = this.#block
    this.circumstances = watchCircumstances(this.process)
    this.#tray = openTray({ document: place.document, member: opened.you.id })
    this.unsent = this.#tray.unsent
    this.#resending = openResending({
      tray: this.#tray,
      author: this.#author,
      judge: (doc, deed) => deedRefusal(doc, deed, { process: this.process.get(), me: this.me }),
    })
    this.#arrivals = watchArrivals(opened.you.id)
    this.arrivals = this.#arrivals
    this.edits = editsWith(() => this.#pen())
    this.#copy = this.#openCopy()
    this.#line = this.#minutes.connect(this.#endOf(this.#era))
    this.#company = watchCompany(() => this.me)
    this.people = this.#company.people
    this.onCanvas = this.#company.onCanvas
    const rewordings = watchRewordings(this.#view, door.rewordings)
    this.rewordings = rewordings
    this.#watchCopy()
    this.#stops.push(
      this.process.subscribe(() => this.#onMinutes()),
      this.#block.stop,
      this.circumstances.stop,
      this.circumstances.subscribe(() => isClosedTo(this, this.#wording.get()) && this.#wording.stop()),
      this.#block.subscribe(() => this.#block.get() !== null && this.#wording.stop()),
      this.#wording.subscribe(() => this.#copy.undo.stopCapturing()),
      rewordings.stop,
      this.#wording.onSay(writing => this.say({ writing })),
    )
    void this.#whenReady()
  }

  /** I as the minutes have me now; before they came, as the door said. */
  get me(): Member {
    return this.process.get().members.get(this.opened.you.id) ?? this.opened.you
  }
  get id(): MemberId {
    return this.opened.you.id
  }

  /** The copy that an editor binds to. It changes when a copy is renewed: an editor is keyed by it. */
  get copy(): Copy {
    return this.#copy
  }

  startWording = (wording: Wording): void => this.#wording.start(wording)
  stopWording = (): void => this.#wording.stop()
  /** Tells the others that a new card is being composed (null: no more). */
  sayComposing = (kind: string | null): void => this.#wording.compose(kind)

  /** Tells the others something of this moment, beside what was told before. Nothing of it is stored. */
  say = (part: Presence): void => {
    this.#said = { ...this.#said, ...part }
    this.#copy.say(this.#said)
  }

  undo = (): boolean => this.#pen() !== null && this.#history.step('undo')
  redo = (): boolean => this.#pen() !== null && this.#history.step('redo')

  /** What was being composed when its step closed lies in the tray. */
  setAside = (card: Composed): void => this.#tray.put(setAside(this.#copy.doc, this.#author(), card))

  /** Tries again what lies in the tray, as things are now: null, or why not. */
  sendAgain = (entry: Unsent): UnsentReason | null => {
    if (this.#pen() === null) return entry.reason
    return this.#resending.send(this.#copy, entry)
  }

  /** Whether leaving now would lose something: it is neither on the server's disk nor in this browser. */
  wouldLose = (): boolean => !this.#copy.work.isSaved && !this.#copy.keeping.isKept()

  close(): void {
    for (const stop of this.#stops) stop()
    this.#minutes.stop()
    this.#keeper.close()
    if (this.#status.get().is !== 'ended') this.#leave()
  }

  #leave(): void {
    this.#line.hangUp()
    this.#copy.close()
  }

  #openCopy(): Copy {
    return openCopy({
      place: this.place,
      keeper: this.#keeper,
      as: this.id,
      offline: !this.#door.answered,
      onSaving: this.#seeSaving,
      onEnded: this.#endOf(this.#era),
      onSwallowed: (swallowed, doc) => this.#tray.put(swallowed.map(one => swallowedEntry(one, doc))),
    })
  }

  /** What must be wired again for each new copy; the old copy's own listeners die with its document. */
  #watchCopy(): void {
    const copy = this.#copy
    onNewsOf(copy, {
      isCurrent: () => copy === this.#copy,
      board: () => this.#seeView(),
      people: () => this.#company.see(copy.heard),
    })
    this.#history.follow(copy.undo)
  }

  async #whenReady(): Promise<void> {
    const copy = this.#copy
    const isStale = () => copy !== this.#copy || this.#status.get().is === 'ended'
    const open = () => {
      this.#seeView()
      this.#status.set({ is: 'open' })
    }
    const synced = Promise.all([copy.synced, this.#line.synced])
    const held = [copy.keeping.loaded, this.#minutes.loaded]
    void keptAlone(held, synced, this.#door).then(isAlone => isAlone && !isStale() && open())
    await synced
    if (isStale()) return
    await this.#resending.resume(copy)
    if (isStale()) return
    this.#arrivals.begin(copy.watch.view())
    open()
  }

  #author = (): Author => ({ by: this.id, side: this.me.side })

  #pen() {
    const block = this.#block.get()
    if (block !== null || this.#status.get().is !== 'open') {
      this.onBlocked(block ?? 'renewing')
      return null
    }
    this.#copy.undo.stopCapturing()
    return { doc: this.#copy.doc, author: this.#author() }
  }

  #seeSaving = (): void => {
    const { work, connection, keeping } = this.#copy
    const ended = this.#status.get().is === 'ended'
    this.#saving.set(
      ended ? { is: 'refused' } : saveStateOf({ work, connection: connection(), kept: keeping.isKept() }),
    )
  }

  #seeView(): void {
    const view = this.#copy.watch.view()
    this.#view.set(view)
    this.#block.see()
    this.#history.see()
    this.#arrivals.see(view)
  }

  #onMinutes(): void {
    this.#block.see()
    this.#company.see(this.#copy.heard)
    const { me } = this
    const moved = me.role !== this.#seat.role || me.side !== this.#seat.side
    this.#seat = me
    // What one writes from now on stands under another seat: the server wants it from a copy of its own.
    if (moved && this.#status.get().is !== 'opening') void this.#renew('seat_changed')
  }

  /** The server ends both lines of a copy for one reason: what the second one tells of the same era is not news. */
  #endOf(era: number) {
    return (close: { code: number; reason: string }) => {
      if (era !== this.#era) return
      this.#era++
      const next = afterClose(close)
      if ('renew' in next) void this.#renew(next.renew)
      else if ('end' in next) this.#end(next.end)
      else void this.#askAgain(next.ask)
    }
  }

  /** The server ended a line: a change of seat lets one in again at once, everything else has a screen. */
  async #askAgain(closedAs: Ending): Promise<void> {
    const why = await this.#door.ask().catch((): Ending => closedAs)
    if (why === null) await this.#renew('closed')
    else this.#end(why)
  }

  #end(why: Ending): void {
    this.#resending.hold(this.#copy, why === 'begun_anew' ? 'old_epoch' : 'closed')
    this.#tray.show()
    this.#wording.stop()
    this.#status.set({ is: 'ended', why })
    this.#seeSaving()
    this.#leave()
    this.#keeper.close()
    if (this.place.document.kind === 'joint') void forgetAfter(why, { member: this.id, board: this.opened.board.id })
  }

  /** Throws the copy away and takes a clean one, on which what the server did not commit is done again. */
  async #renew(reason: UnsentReason): Promise<void> {
    if (this.#status.get().is === 'ended') return
    if (!this.#mayRenew(Date.now())) return this.#end('refused_again')
    this.#resending.hold(this.#copy, reason)
    this.#wording.stop()
    this.#status.set({ is: 'renewing' })
    this.#era++
    this.#leave()
    this.#copy.keeping.discard()
    this.#copy = this.#openCopy()
    this.#line = this.#minutes.connect(this.#endOf(this.#era))
    this.#watchCopy()
    this.say({})
    await this.#whenReady()
  }
}
