import * as Y from 'yjs'
import { type Deed, deedsBetween } from './again.ts'
import { CardId } from './ids.ts'
import { keepMarks } from './reading.ts'
import { plainText, readRich } from './richtext.ts'
import { bodyOf, cardsOf, isJointText, JOINT_TEXTS, type JointText, jointTextOf } from './schema.ts'

/** Words that stand nowhere any more, because somebody else made their paragraph another while they were typed. */
export type Swallowed = { readonly place: CardId | JointText; readonly text: string }

export type UnsentWork = { readonly deeds: readonly Deed[]; readonly swallowed: readonly Swallowed[] }

/**
 * [D70] What of a copy the server does not have, as deeds on the clean copy: its structs beyond the clean one's state
 * vector, under whatever id and from however many stretches without a line, and what they delete. Yjs itself says what the
 * board would be with them; what of them is on the board already makes no difference there, so nothing is done twice.
 */
export const unsentIn = (old: Y.Doc, clean: Y.Doc): UnsentWork => {
  const known = Y.decodeStateVector(Y.encodeStateVector(clean))
  const merged = new Y.Doc()
  keepMarks(merged)
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(clean))
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(old, Y.encodeStateVector(clean)))
  return { deeds: deedsBetween(clean, merged), swallowed: swallowedIn({ old, merged, known }) }
}

type Merging = { readonly old: Y.Doc; readonly merged: Y.Doc; readonly known: ReadonlyMap<number, number> }

const swallowedIn = ({ old, merged, known }: Merging): Swallowed[] => {
  const places: (readonly [CardId | JointText, Y.XmlFragment])[] = [
    ...[...cardsOf(old).keys()].flatMap(key => {
      const id = CardId.parse(key)
      const body = bodyOf(old, id)
      return body === undefined ? [] : [[id, body] as const]
    }),
    ...JOINT_TEXTS.map(text => [text, jointTextOf(old, text)] as const),
  ]
  return places.flatMap(([place, words]) => {
    const text = stretchesOf(words, item => lostLetters(item, { merged, known }))
    return text === '' || textAt(merged, place).includes(text) ? [] : [{ place, text }]
  })
}

/** The plain words at a place, whatever it is. */
const textAt = (doc: Y.Doc, place: CardId | JointText): string => {
  const words = isJointText(place) ? jointTextOf(doc, place) : bodyOf(doc, place)
  return words === undefined ? '' : plainText(readRich(words))
}

/** The letters that `of` picks, in the order in which they stand; a line for each stretch of them. */
const stretchesOf = (holder: Y.XmlFragment | Y.XmlText, of: (item: Y.Item) => string): string => {
  const stretches: string[] = ['']
  const walk = (type: Y.XmlFragment | Y.XmlText) => {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentString) {
        const letters = of(item)
        if (letters === '') stretches.push('')
        else stretches[stretches.length - 1] += letters
      } else if (item.content instanceof Y.ContentType) {
        stretches.push('')
        walk(item.content.type as Y.XmlFragment | Y.XmlText) // words hold nothing else
      }
    }
  }
  walk(holder)
  return stretches
    .map(stretch => stretch.trim())
    .filter(stretch => stretch !== '')
    .join('\n')
}

/** What of an item the server did not know, and is deleted once it does. */
const lostLetters = ({ id, length, content }: Y.Item, { merged, known }: Omit<Merging, 'old'>): string => {
  const from = Math.max(id.clock, known.get(id.client) ?? 0)
  const structs = merged.store.clients.get(id.client)
  if (from >= id.clock + length || structs === undefined) return ''
  let lost = ''
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (struct === undefined || struct.id.clock >= id.clock + length) break
    if (!struct.deleted) continue
    const start = Math.max(from, struct.id.clock) - id.clock
    const end = Math.min(id.clock + length, struct.id.clock + struct.length) - id.clock
    lost += (content as Y.ContentString).str.slice(start, end)
  }
  return lost
}

/**
 * [D76] Own words that a transaction of somebody else has just deleted together with the paragraph they stood in, and that
 * stand nowhere in its place now. To be asked before Yjs collects them (`afterTransaction`). `isYoung`: whether the one who
 * deleted the paragraph cannot have read the letter at this clock.
 */
export const swallowedBy = (
  { doc, deleteSet }: Y.Transaction,
  { isYoung, placeOf }: { isYoung: (clock: number) => boolean; placeOf: (item: Y.Item) => string | null },
): Swallowed[] => {
  const lost = new Map<string, string>()
  const structs = doc.store.clients.get(doc.clientID) ?? []
  for (const { clock, len } of deleteSet.clients.get(doc.clientID) ?? [])
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const item = structs[i]
      if (item === undefined || item.id.clock >= clock + len) break
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue
      if (!(item.parent instanceof Y.AbstractType) || item.parent._item?.deleted !== true) continue
      const letters = Array.from({ length: item.length }, (_, at) => at)
        .filter(at => isYoung(item.id.clock + at))
        .map(at => (item.content as Y.ContentString).str[at])
        .join('')
      const place = placeOf(item)
      if (place !== null && letters !== '') lost.set(place, (lost.get(place) ?? '') + letters)
    }
  return [...lost].flatMap(([place, letters]) => {
    const [at, text] = [place as CardId | JointText, letters.trim()] // places are the document's own keys
    return text === '' || textAt(doc, at).includes(text) ? [] : [{ place: at, text }]
  })
}
