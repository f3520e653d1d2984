import { documentName, movesOf, OPENING, type Process, processOf } from '@jointly/board'
import * as Y from 'yjs'
import type { Keeper } from './keeper.ts'
import { type Line, type LineEvents, openLine } from './line.ts'
import type { Opened } from './status.ts'
import { createStore, type Readable } from './store.ts'

/**
 * The process as the minutes say, live. The server only ever appends, so each new entry is folded on top of what was
 * there; should a copy ever come with fewer entries (a document that began anew), it is folded from the start.
 */
export const watchMinutes = (doc: Y.Doc): Readable<Process> & { readonly stop: () => void } => {
  const moves = movesOf(doc)
  let folded = 0
  const fold = (from: Process): Process => {
    const entries = moves.slice(folded)
    folded = moves.length
    return processOf(entries, from)
  }
  const store = createStore(fold(OPENING))
  const update = () => {
    if (moves.length < folded) {
      folded = 0
      store.set(fold(OPENING))
    } else if (moves.length > folded) store.set(fold(store.get()))
  }
  moves.observe(update)
  return { get: store.get, subscribe: store.subscribe, stop: () => moves.unobserve(update) }
}

/** The minutes of a board: what is kept of them here, the process that they tell, and their line. */
export type Minutes = {
  readonly process: Readable<Process>
  /** Resolves when what was kept of them is in; true if there was something. */
  readonly loaded: Promise<boolean>
  readonly connect: (ended: LineEvents['ended']) => Line
  readonly stop: () => void
}

export const openMinutes = ({ board, you, epochs }: Opened, keeper: Keeper): Minutes => {
  const doc = new Y.Doc()
  const process = watchMinutes(doc)
  const { loaded } = keeper.keep(doc, { kind: 'minutes' })
  return {
    process,
    loaded,
    connect: ended =>
      openLine({
        document: documentName({ kind: 'minutes', board: board.id }),
        doc,
        as: you.id,
        epoch: epochs.minutes,
        after: loaded,
        connected: () => {},
        ended,
      }),
    stop: process.stop,
  }
}
