import { type Author, type Deed, doAgain, nameOfDeed, unsentIn } from '@jointly/board'
import type * as Y from 'yjs'
import { passed } from './patience.ts'
import type { SavedWork } from './saved.ts'
import type { Tray } from './tray.ts'
import { swallowedEntry, type Unsent, type UnsentReason, unsentDeed } from './unsent.ts'

/**
 * What of a refused copy the server does not have is done again on the clean one, deed by deed, as new edits of the same
 * person. What the table of acts says no to now goes to the tray at once.
 *
 * The server may still refuse what the table let through (it knows more: lengths, words that no editor makes), and does not
 * say which update it was. So the first time everything is done again in one go; refused again, one deed waits for the
 * commit of the one before it, so that the one under way is the one that was refused; refused again and again, the rest
 * goes to the tray.
 */
export type Resending = {
  /** A copy is about to be thrown away. */
  readonly hold: (copy: Resent, reason: UnsentReason) => void
  /** A clean copy has come; resolves when all that was held is done again or lies in the tray. */
  readonly resume: (copy: Resent) => Promise<void>
  /** Tries what lies in the tray again, as things are now: null, or why not. */
  readonly send: (copy: Resent, entry: Unsent) => UnsentReason | null
}

/** What it needs of a copy. */
type Resent = { readonly doc: Y.Doc; readonly work: SavedWork }

export type ResendingOf = {
  readonly tray: Tray
  readonly author: () => Author
  /** Why this person may not do it now, or null. */
  readonly judge: (doc: Y.Doc, deed: Deed) => UnsentReason | null
}

/** How work is sent again, time after time. */
const WAYS = ['at once', 'one by one', 'one by one', 'to the tray'] as const
/** After so long a refusal has nothing to do with the one before. */
const FORGOTTEN_MS = 60_000
/** Where the line was lost meanwhile, nobody is kept waiting for a commit. */
const COMMIT_MS = 8_000

/** What was said for one side is not said for another by itself. */
const otherSeat = (deed: Deed, { side }: Author): UnsentReason | null =>
  deed.did === 'made' && deed.fields.side !== side ? 'seat_changed' : null

export const openResending = ({ tray, author, judge }: ResendingOf): Resending => {
  let thrown: { readonly doc: Y.Doc; readonly reason: UnsentReason }[] = []
  /** Not yet done again when the copy was refused once more. */
  let left: readonly Deed[] = []
  let underWay: Deed | null = null
  let times = 0
  let lastAt = 0
  let current: Y.Doc | null = null

  const wayNow = (): (typeof WAYS)[number] => {
    if (Date.now() - lastAt > FORGOTTEN_MS) times = 0
    lastAt = Date.now()
    return WAYS[times++] ?? 'to the tray'
  }
  const isOver = (doc: Y.Doc) => current !== doc || thrown.length > 0

  const resume = async ({ doc, work }: Resent) => {
    const olds = thrown
    const reason = olds.at(-1)?.reason
    current = doc
    if (reason === undefined) return tray.settle(doc)
    const found = olds.map(old => unsentIn(old.doc, doc))
    const docs = [doc, ...olds.map(old => old.doc)]
    const toTray = (deed: Deed, why: UnsentReason) => {
      // Put away before anybody saw it: its writer does not miss it.
      if (deed.did !== 'made' || deed.fields.gone !== true) tray.put([unsentDeed(deed, why, docs)])
    }
    const byName = new Map([...left, ...found.flatMap(({ deeds }) => deeds)].map(deed => [nameOfDeed(deed), deed]))
    const refused = underWay === null ? undefined : byName.get(nameOfDeed(underWay))
    thrown = []
    underWay = null
    left = [...byName.values()].filter(deed => deed !== refused)
    tray.put(found.flatMap(({ swallowed }) => swallowed.map(one => swallowedEntry(one, doc))))
    if (refused !== undefined) toTray(refused, reason)
    const way = wayNow()
    for (let deed = left[0]; deed !== undefined; deed = left[0]) {
      left = left.slice(1)
      const why = way === 'to the tray' ? reason : (judge(doc, deed) ?? otherSeat(deed, author()))
      if (why !== null || !doAgain(doc, deed, author())) toTray(deed, why ?? 'unknown_place')
      else if (way === 'one by one') {
        underWay = deed
        await Promise.race([work.whenSaved(), passed(COMMIT_MS)])
        if (isOver(doc)) return
        underWay = null
      }
    }
    tray.release()
  }

  return {
    hold: (copy, reason) => {
      tray.hold(copy, reason)
      thrown.push({ doc: copy.doc, reason })
    },
    resume,
    send: ({ doc }, entry) => {
      if (entry.again === null) return entry.reason
      const why = judge(doc, entry.again)
      if (why !== null) return why
      if (!doAgain(doc, entry.again, author())) return 'swallowed'
      tray.take(entry)
      return null
    },
  }
}
