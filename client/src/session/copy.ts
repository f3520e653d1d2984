import { type BoardWatch, documentName, keepMarks, type MemberId, type Swallowed, watchBoard } from '@jointly/board'
import type { Presence } from '@jointly/protocol'
import * as Y from 'yjs'
import { everyFrame } from './frame.ts'
import { isFromKept } from './keepDoc.ts'
import type { Keeper, Keeping } from './keeper.ts'
import { type Line, openLine } from './line.ts'
import type { Place } from './place.ts'
import { type Connection, SavedWork } from './saved.ts'
import { placesTouched } from './touched.ts'
import { watchTyped } from './typed.ts'
import { boardUndo } from './undo.ts'

/**
 * One local copy of a board's joint document, or of a caucus, and everything that lives as long as it does. A copy that was
 * refused is thrown away whole, and a fresh one takes its place.
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
  /** The same copy as it lies in this browser. */
  readonly keeping: Keeping
  readonly close: () => void
}

type CopyOf = {
  readonly place: Place
  readonly keeper: Keeper
  readonly as: MemberId
  /** The server was not reached when the board was opened. */
  readonly offline: boolean
}

export type CopyEvents = {
  /** Something about saving or the connection may have changed. */
  readonly onSaving: () => void
  readonly onEnded: (close: { code: number; reason: string }) => void
  /** Own words were deleted with a paragraph that somebody else took away. */
  readonly onSwallowed: (swallowed: readonly Swallowed[], doc: Y.Doc) => void
}

const NOBODY_WRITES: Presence = { writing: null }

export const openCopy = (of: CopyOf & CopyEvents): Copy => {
  const doc = new Y.Doc()
  keepMarks(doc)
  const work = new SavedWork()
  let connection: Connection = of.offline ? 'lost' : 'never'
  // Before the line is opened: a change must have its number when its frame leaves.
  doc.on('update', (_update, origin, _doc, transaction: Y.Transaction) => {
    if (isFromKept(origin)) work.came()
    else if (transaction.local) {
      work.changed(placesTouched(transaction))
      keeping.note()
      of.onSaving()
    }
  })
  const typed = watchTyped(doc, swallowed => of.onSwallowed(swallowed, doc))
  const keeping = of.place.keepWith(of.keeper)(doc, {
    waiting: () => work.waiting,
    adopt: places => {
      work.adopt(places)
      of.onSaving()
    },
    changed: of.onSaving,
  })
  const line = openLine({
    document: documentName(of.place.document),
    doc,
    as: of.as,
    epoch: of.place.epoch,
    after: keeping.loaded,
    opened: () => work.opened(),
    sent: () => work.sent(),
    committed: frames => {
      work.committed(frames)
      if (work.isSaved) typed.saved()
      keeping.note()
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
    keeping,
    close: () => {
      line.hangUp()
      watch.stop()
      undo.destroy()
    },
  }
}

/** What is to be drawn anew of a copy as long as it is the one in use; its listeners die with its document. */
export const onNewsOf = (
  copy: Copy,
  see: { isCurrent: () => boolean; board: () => void; people: () => void },
): void => {
  const seeBoard = () => {
    if (see.isCurrent()) see.board()
  }
  // What others write comes in many small updates: it is looked at once a frame, and so is what an editor wrote, which
  // stands in it already. What one did by a command or by undo is there at once.
  const seeBoardSoon = everyFrame(seeBoard)
  copy.doc.on('afterTransaction', ({ changed, local, origin }) => {
    const isCommand = local && (typeof origin === 'symbol' || origin instanceof Y.UndoManager)
    if (changed.size > 0) (isCommand ? seeBoard : seeBoardSoon)()
  })
  // Ten people who move their cursors speak two hundred times a second.
  const seePeopleSoon = everyFrame(() => {
    if (see.isCurrent()) see.people()
  })
  copy.onHeard(seePeopleSoon)
}
