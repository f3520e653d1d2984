import { type BoardId, type BoardWatch, documentName, keepMarks, type MemberId, watchBoard } from '@jointly/board'
import type { Presence } from '@jointly/protocol'
import * as Y from 'yjs'
import { type Line, openLine } from './line.ts'
import { type Connection, SavedWork } from './saved.ts'
import { placesTouched } from './touched.ts'
import { boardUndo } from './undo.ts'

/**
 * One local copy of a board's joint document and everything that lives as long as it does. A copy that was refused is
 * thrown away whole, and a fresh one takes its place.
 */
export type Copy = {
  readonly doc: Y.Doc
  readonly watch: BoardWatch
  readonly undo: Y.UndoManager
  readonly work: SavedWork
  readonly synced: Promise<void>
  readonly connection: () => Connection
  readonly say: Line['say']
  readonly heard: Line['heard']
  readonly onHeard: Line['onHeard']
  readonly close: () => void
}

export type CopyEvents = {
  /** Something about saving or the connection may have changed. */
  readonly onSaving: () => void
  readonly onEnded: (close: { code: number; reason: string }) => void
}

const NOBODY_WRITES: Presence = { writing: null }

export const openCopy = (of: { board: BoardId; as: MemberId } & CopyEvents): Copy => {
  const doc = new Y.Doc()
  keepMarks(doc)
  const work = new SavedWork()
  let connection: Connection = 'never'
  // Before the line is opened: a change must have its number when its frame leaves.
  doc.on('update', (_update, _origin, _doc, transaction: Y.Transaction) => {
    if (!transaction.local) return
    work.changed(placesTouched(transaction))
    of.onSaving()
  })
  const line = openLine({
    document: documentName({ kind: 'joint', board: of.board }),
    doc,
    as: of.as,
    opened: () => work.opened(),
    sent: () => work.sent(),
    committed: frames => {
      work.committed(frames)
      of.onSaving()
    },
    connected: is => {
      connection = is ? 'synced' : connection === 'never' ? 'never' : 'lost'
      of.onSaving()
    },
    ended: of.onEnded,
  })
  line.say(NOBODY_WRITES)
  const undo = boardUndo(doc)
  const watch = watchBoard(doc)
  return {
    doc,
    watch,
    undo,
    work,
    synced: line.synced,
    connection: () => connection,
    say: line.say,
    heard: line.heard,
    onHeard: line.onHeard,
    close: () => {
      line.hangUp()
      watch.stop()
      undo.destroy()
    },
  }
}
