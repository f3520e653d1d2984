import { createStore, type Store } from './store.ts'

/**
 * What of one's own work the server has not committed yet.
 *
 * Every local change gets a serial number. A frame that leaves carries everything made so far: an update frame its own
 * change (all earlier ones left before it on the same socket), the answer to a sync step 1 the whole copy. So the n-th
 * counted frame of a socket stands for the serial reached when it was sent, and the server's "the first n are
 * committed" commits up to that serial. Frames of a socket that died count for nothing: the next socket's first frame
 * carries everything again.
 *
 * What an earlier page wrote and left in this browser is one's own work too: it came in one change (`came`), and the
 * places that it waits in are known a moment later (`adopt`).
 */
export class SavedWork {
  #made = 0
  #committed = 0
  #sentUpTo: number[] = []
  readonly #lastChange = new Map<string, number>()
  #waitingForAll: (() => void)[] = []

  /** A change was made here, in these places (card ids, link ids, names of joint texts). */
  changed(places: Iterable<string>): void {
    this.#made++
    for (const place of places) this.#lastChange.set(place, this.#made)
  }

  /** A kept copy came into the document, and nothing is saved before the server has it. */
  came(): void {
    this.#made++
  }

  /** These places of the copy that came hold something that was not committed. */
  adopt(places: Iterable<string>): void {
    for (const place of places) if (!this.#lastChange.has(place)) this.#lastChange.set(place, this.#made)
    this.#sweep()
  }

  /** A new socket: its frames are counted from nothing. */
  opened(): void {
    this.#sentUpTo = []
  }

  /** A frame left that the server will count. */
  sent(): void {
    this.#sentUpTo.push(this.#made)
  }

  /** The server committed the first `frames` counted frames of this socket. */
  committed(frames: number): void {
    this.#committed = Math.max(this.#committed, this.#sentUpTo[frames - 1] ?? 0)
    this.#sweep()
  }

  #sweep(): void {
    for (const [place, serial] of this.#lastChange) if (serial <= this.#committed) this.#lastChange.delete(place)
    if (this.isSaved) for (const tell of this.#waitingForAll.splice(0)) tell()
  }

  /** Resolves when everything that was made until then is committed; never, where the copy is thrown away before. */
  whenSaved(): Promise<void> {
    return this.isSaved ? Promise.resolve() : new Promise(resolve => this.#waitingForAll.push(resolve))
  }

  get isSaved(): boolean {
    return this.#committed >= this.#made
  }

  /** The places whose last change is not committed. */
  get waiting(): readonly string[] {
    return [...this.#lastChange.keys()]
  }
}

/** `refused`: the server would not take the copy, and what it held back lies in the unsent tray. */
export type SaveState =
  | { readonly is: 'connecting' }
  | { readonly is: 'saved' }
  | { readonly is: 'saving'; readonly waiting: number }
  /** `kept`: what waits lies in this browser and outlives the tab; it is not saved by that. */
  | { readonly is: 'offline'; readonly waiting: number; readonly kept: boolean }
  | { readonly is: 'refused' }

export type Connection = 'never' | 'synced' | 'lost'

/** "Saved" only while the line stands and everything that was made here is committed. */
export const saveStateOf = (at: { work: SavedWork; connection: Connection; kept: boolean }): SaveState => {
  const waiting = at.work.waiting.length
  if (at.connection === 'never') return { is: 'connecting' }
  if (at.connection === 'lost') return { is: 'offline', waiting, kept: at.kept }
  return at.work.isSaved ? { is: 'saved' } : { is: 'saving', waiting }
}

/** How long everything must have been saved before it is said: whoever types sees no flicker at every letter. */
const SETTLED_MS = 300

/** What is said of saving: anything at once, but "Saved" after "Saving…" only when it has been so for a moment. */
export const savingStore = (): Store<SaveState> => {
  const said = createStore<SaveState>({ is: 'connecting' }, sameSaveState)
  let settling: ReturnType<typeof setTimeout> | undefined
  return {
    ...said,
    set: next => {
      clearTimeout(settling)
      if (next.is === 'saved' && said.get().is === 'saving') settling = setTimeout(() => said.set(next), SETTLED_MS)
      else said.set(next)
    },
  }
}

const partsOf = (state: SaveState): unknown[] => [
  state.is,
  'waiting' in state && state.waiting,
  'kept' in state && state.kept,
]
const sameSaveState = (a: SaveState, b: SaveState): boolean => partsOf(a).join() === partsOf(b).join()
