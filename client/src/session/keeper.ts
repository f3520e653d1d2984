import type * as Y from 'yjs'
import type { CopyName, Keepable } from './copyName.ts'
import { type KeptDoc, keepDoc, readInto } from './keepDoc.ts'
import { dropKept, keepsCopies, readKept } from './kept.ts'
import { keepShell } from './shell.ts'
import type { Opened } from './status.ts'
import { takeTurn } from './turn.ts'

/**
 * What one tab keeps of a board in this browser. One tab of a person owns the copy and writes it, for two would trim each
 * other's; the others read it once, work live, and the next in line takes over when the owner closes: what the owner had
 * not sent is then this tab's to send.
 *
 * Nothing here is needed for working at a board. Wherever the browser cannot, or stops, keeping a copy, everything goes on
 * without, and `isKept` says so.
 */
export type Keeper = {
  readonly keep: (doc: Y.Doc, what: Keep) => Keeping
  /** Lets go of the copy; it stays. */
  readonly close: () => void
}

export type Keep = {
  readonly kind: Keepable['kind']
  /** What of one's own work in the document is not committed. */
  readonly waiting?: () => readonly string[]
  /** An earlier page's work came with the copy: these places hold something of it. */
  readonly adopt?: (places: readonly string[]) => void
  /** Whether it is kept may have changed. */
  readonly changed?: () => void
}

/** One document and what this tab keeps of it. */
export type Keeping = {
  /** Resolves when the document holds what was kept, if anything: true if there was. Only then may it be connected. */
  readonly loaded: Promise<boolean>
  /** Whether everything that was written here lies in this browser. */
  readonly isKept: () => boolean
  /** Something was written here, or committed. */
  readonly note: () => void
  /** Deletes the copy, if it is this tab's; a new one may be kept after it. */
  readonly discard: () => void
}

export const KEEPS_NOTHING: Keeping = {
  loaded: Promise.resolve(false),
  isKept: () => false,
  note: () => {},
  discard: () => {},
}

export const openKeeper = (opened: Opened): Keeper => {
  if (!keepsCopies()) return { keep: () => KEEPS_NOTHING, close: () => {} }
  const { id: member } = opened.you
  const { id: board } = opened.board
  const turn = takeTurn(`jointly.copy.${member}.${board}`)
  const held = new Set<KeptDoc>()
  let isClosed = false
  /** A copy that is being deleted; the next under its name begins after it. */
  let discarding: Promise<unknown> = Promise.resolve()

  const keep = (doc: Y.Doc, { kind, waiting, adopt, changed }: Keep): Keeping => {
    const name: CopyName = { member, document: { kind, board }, epoch: opened.epochs[kind] }
    let kept: KeptDoc | null = null
    let isDiscarded = false
    let noted = 0
    let written = 0
    let isWriting = false

    const takeUp = async () => {
      await discarding
      if (isClosed || isDiscarded) return
      const mine = await keepDoc(name, doc, () => {
        held.delete(mine)
        kept = null
        changed?.()
      })
      if (isClosed || isDiscarded) return void (await mine.close())
      held.add(mine)
      kept = mine
      adopt?.(mine.waiting)
      void mine.write('opened', opened)
      keepShell()
      note()
    }
    /** What is noted while it writes is written in one go after it. */
    const write = async () => {
      if (kept === null || isWriting) return
      isWriting = true
      const upTo = noted
      await kept.write('waiting', waiting?.() ?? [])
      isWriting = false
      written = upTo
      changed?.()
      if (written !== noted) void write()
    }
    const note = () => {
      noted++
      // Behind the listeners of this very change: the copy's own is one of them.
      queueMicrotask(write)
    }
    const load = async () => {
      if (await turn.atOnce) await takeUp()
      else {
        // Nothing depends on it: a tab that cannot take over goes on as it is.
        void turn.mine.then(takeUp).catch(() => {})
        await discarding
        readInto(doc, (await readKept(name))?.updates ?? [])
      }
      return doc.store.clients.size > 0
    }
    const loaded = load().catch(() => false)
    return {
      loaded,
      isKept: () => kept !== null && written === noted,
      note,
      discard: () => {
        isDiscarded = true
        const mine = kept
        kept = null
        if (mine === null) return
        held.delete(mine)
        discarding = mine.close().then(() => dropKept(name))
      },
    }
  }
  return {
    keep,
    close: () => {
      isClosed = true
      for (const mine of held) void mine.close()
      turn.give()
    },
  }
}
