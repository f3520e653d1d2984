import {
  bodyOf,
  type CardId,
  type CardKind,
  cardOf,
  JOINT_TEXTS,
  type JointText,
  jointTextOf,
  plainText,
  readRich,
} from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import type * as Y from 'yjs'

/** Why words came back: a copy that was refused, a seat that changed, a line that the server ended. */
export type UnsentReason = CopyRefusal | 'too_big' | 'seat_changed' | 'closed'

/** Words that somebody wrote and the server did not keep. They stay until the writer has copied or dismissed them. */
export type Unsent = {
  readonly id: string
  readonly place: string
  /** What it was: a kind of card or a joint text. */
  readonly what: CardKind | JointText
  readonly text: string
  readonly reason: UnsentReason
}

const isJointText = (place: string): place is JointText => (JOINT_TEXTS as readonly string[]).includes(place)

/** The words at a place of a document; null where there are none, or where the place is not one of words (a link). */
export const wordsAt = (doc: Y.Doc, place: string): Pick<Unsent, 'what' | 'text'> | null => {
  if (isJointText(place)) return { what: place, text: plainText(readRich(jointTextOf(doc, place))) }
  const id = place as CardId // places are the document's own keys
  const body = bodyOf(doc, id)
  const kind = cardOf(doc, id)?.get('kind')
  return body === undefined ? null : { what: kind as CardKind, text: plainText(readRich(body)) }
}

/** Everything that was written at these places of a copy that is about to be thrown away. */
export const collectUnsent = (copy: Y.Doc, places: Iterable<string>, reason: UnsentReason): Unsent[] =>
  [...places].flatMap(place => {
    const words = wordsAt(copy, place)
    return words === null || words.text === '' ? [] : [{ id: `${place}:${hash(words.text)}`, place, reason, ...words }]
  })

/**
 * What is still missing once a clean copy has come: words that stand there after all (they arrived before the refusal)
 * are dropped from the tray. This is the seam for applying them again card by card.
 */
export const stillUnsent = (unsent: readonly Unsent[], clean: Y.Doc): Unsent[] =>
  unsent.filter(entry => wordsAt(clean, entry.place)?.text !== entry.text)

/** Not for secrecy: tells two texts of one place apart, so that the same words are not listed twice. */
const hash = (text: string): string => {
  let h = 5381
  for (let i = 0; i < text.length; i++) h = ((h << 5) + h + text.charCodeAt(i)) | 0
  return (h >>> 0).toString(36)
}

const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'place', 'what', 'text', 'reason'].every(key => typeof Reflect.get(value, key) === 'string')

/** The tray outlives a reload of the tab (a page too old must be reloaded), and never leaves the tab. */
export const unsentStorage = (key: string, storage: Storage = sessionStorage) => ({
  read: (): readonly Unsent[] => {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isUnsent) : []
  },
  write: (unsent: readonly Unsent[]) => {
    if (unsent.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(unsent))
  },
})
