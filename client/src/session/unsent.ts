import {
  bodyOf,
  type CardId,
  type CardKind,
  cardOf,
  type Deed,
  isJointText,
  type JointText,
  jointTextOf,
  type MarkKind,
  nameOfDeed,
  placeOfDeed,
  plainText,
  readRich,
  type Swallowed,
} from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import type * as Y from 'yjs'
import type { WordStore } from './wordStore.ts'

/** Why work came back: a copy that was refused, a seat that changed, a line that the server ended, another's restructuring. */
export type UnsentReason = CopyRefusal | 'too_big' | 'seat_changed' | 'closed' | 'swallowed'

/** What was done, where it was more than to write: said beside what it was done to. */
const UNSENT_ACTS = ['written', 'placed', 'set', 'put_away', 'brought_back', 'titled'] as const
type UnsentAct = (typeof UNSENT_ACTS)[number]

/** Work that somebody did and the server did not keep. It stays until its writer has sent it again, or dismissed it. */
export type Unsent = {
  readonly id: string
  readonly place: string
  /** What it was done to: a kind of card or mark, a joint text, a link. */
  readonly what: CardKind | JointText | MarkKind | 'link'
  readonly did: UnsentAct
  /** The words that it is about; they can be copied. */
  readonly text: string
  readonly reason: UnsentReason
  /** What sending it again does; null where only the words are left. */
  readonly again: Deed | null
}

/** The words at a place of a document; null where there are none, or where the place is not one of words (a link). */
const wordsAt = (doc: Y.Doc, place: string): Pick<Unsent, 'what' | 'text'> | null => {
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
    if (words === null || words.text === '') return []
    return [{ id: `${place}:${hash(words.text)}`, place, reason, did: 'written' as const, again: null, ...words }]
  })

/** What is still missing once a clean copy has come: words that stand there after all (they arrived) are dropped. */
export const stillUnsent = (unsent: readonly Unsent[], clean: Y.Doc): Unsent[] =>
  unsent.filter(entry => entry.did !== 'written' || wordsAt(clean, entry.place)?.text !== entry.text)

/** A deed that was refused, as the tray shows it. `docs`: where the words that it is about may stand. */
export const unsentDeed = (deed: Deed, reason: UnsentReason, docs: readonly Y.Doc[]): Unsent => ({
  id: `${nameOfDeed(deed)}:${hash(JSON.stringify(deed))}`,
  place: placeOfDeed(deed),
  reason,
  again: deed,
  ...shownAs(deed, place => docs.map(doc => wordsAt(doc, place)).find(words => words !== null) ?? null),
})

type WordsOf = (place: string) => Pick<Unsent, 'what' | 'text'> | null

const shownAs = (deed: Deed, wordsOf: WordsOf): Pick<Unsent, 'what' | 'did' | 'text'> => {
  if (deed.did === 'worded')
    return { what: wordsOf(deed.place)?.what ?? 'note', did: 'written', text: plainText(deed.to) }
  const { root, fields } = deed
  if (root === 'links') {
    const ends = [fields.from, fields.to].flatMap(end => wordsOf(String(end))?.text ?? [])
    return { what: 'link', did: didOf(deed), text: ends.join(' – ') }
  }
  if (root === 'marks') return { what: markOf(fields), did: didOf(deed), text: String(fields.title ?? '') }
  const words = [
    deed.did === 'made' ? plainText(deed.body ?? []) : wordsOf(deed.id)?.text,
    fields.source,
    fields.anchor,
    fields.alt,
  ]
  return {
    what: deed.did === 'made' ? (fields.kind as CardKind) : (wordsOf(deed.id)?.what ?? 'note'),
    did: didOf(deed),
    text: words.filter(line => typeof line === 'string' && line !== '').join('\n'),
  }
}

const markOf = (fields: Readonly<Record<string, unknown>>): MarkKind => (fields.kind === 'ink' ? 'ink' : 'frame')

const didOf = (deed: Exclude<Deed, { did: 'worded' }>): UnsentAct => {
  if (deed.did === 'made') return 'written'
  if ('gone' in deed.fields) return deed.fields.gone === true ? 'put_away' : 'brought_back'
  return deed.act === 'title frame' && 'title' in deed.fields ? 'titled' : deed.act === 'set card' ? 'set' : 'placed'
}

/** Words that somebody else's restructuring took: there is no place to send them to again. */
export const swallowedEntry = ({ place, text }: Swallowed, doc: Y.Doc): Unsent => ({
  ...{ id: `swallowed ${place}:${hash(text)}`, place, text, did: 'written', reason: 'swallowed', again: null },
  what: wordsAt(doc, place)?.what ?? 'note',
})

/** Not for secrecy: tells two texts of one place apart, so that the same words are not listed twice. */
const hash = (text: string): string => {
  let h = 5381
  for (let i = 0; i < text.length; i++) h = ((h << 5) + h + text.charCodeAt(i)) | 0
  return (h >>> 0).toString(36)
}

const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'place', 'what', 'text', 'reason'].every(key => typeof Reflect.get(value, key) === 'string') &&
  UNSENT_ACTS.includes(Reflect.get(value, 'did')) &&
  typeof Reflect.get(value, 'again') === 'object'

/** The table's tray outlives a reload of the tab (a page too old must be reloaded), and never leaves the tab. */
export const unsentStorage = (key: string, storage: WordStore = sessionStorage) => ({
  read: (): readonly Unsent[] => {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isUnsent) : []
  },
  write: (unsent: readonly Unsent[]) => {
    if (unsent.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(unsent))
  },
})
