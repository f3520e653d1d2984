import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { Act } from './access.ts'
import { ACT_OF_FIELD, ACT_OF_MAKING, actOn, ENTRY_ROOTS, type EntryRoot } from './acts.ts'
import { type Author, EDIT, POST } from './edit.ts'
import { CardId } from './ids.ts'
import { mergeWords, reshape } from './reshape.ts'
import { copyRich, type RichNode, readRich } from './richtext.ts'
import { bodyOf, isJointText, JOINT_TEXTS, type JointText, jointTextOf } from './schema.ts'

/**
 * One thing that somebody did at one place of a board, as plain data: it can be kept, judged by the table of acts, and done
 * again on another copy. A card, a link or a mark that was made; fields of one that were changed, by one kind of act
 * (null: taken away); words that became others.
 */
export type Deed =
  | {
      readonly did: 'made'
      readonly root: EntryRoot
      readonly id: string
      readonly fields: Readonly<Record<string, unknown>>
      readonly body: readonly RichNode[] | null
    }
  | {
      readonly did: 'changed'
      readonly root: EntryRoot
      readonly id: string
      readonly act: Act['act']
      readonly fields: Readonly<Record<string, unknown>>
    }
  | {
      readonly did: 'worded'
      readonly place: CardId | JointText
      readonly from: readonly RichNode[]
      readonly to: readonly RichNode[]
    }

/** Where something was done: the id of a card, a link or a mark, or the name of a joint text. */
export const placeOfDeed = (deed: Deed): string => (deed.did === 'worded' ? deed.place : deed.id)

/** Two of the same name are the same thing done twice. */
export const nameOfDeed = (deed: Deed): string =>
  `${deed.did} ${placeOfDeed(deed)} ${deed.did === 'changed' ? deed.act : ''}`

/**
 * [D73] What leads from one document to a later one, deed by deed: cards before the links between them. A card that was
 * made and put away again is still a card, and is brought as one that is put away.
 */
export const deedsBetween = (before: Y.Doc, after: Y.Doc): Deed[] => [
  ...ENTRY_ROOTS.flatMap(root => {
    const known = entriesOf(before, root)
    return [...entriesOf(after, root)].flatMap(([id, entry]): Deed[] => {
      const standing = known.get(id)
      return standing === undefined
        ? [{ did: 'made', root, id, fields: plainFields(entry), body: bodyIn(entry) }]
        : changedDeeds({ root, id }, standing, entry)
    })
  }),
  ...JOINT_TEXTS.flatMap(text =>
    wordedDeeds(text, readRich(jointTextOf(before, text)), readRich(jointTextOf(after, text))),
  ),
]

const entriesOf = (doc: Y.Doc, root: EntryRoot): Y.Map<Y.Map<unknown>> => doc.getMap(root)

const plainFields = (entry: Y.Map<unknown>): Record<string, unknown> =>
  Object.fromEntries([...entry].filter(([, value]) => !(value instanceof Y.AbstractType)))

const bodyIn = (entry: Y.Map<unknown>): RichNode[] | null => {
  const body = entry.get('body')
  return body instanceof Y.XmlFragment ? readRich(body) : null
}

const wordedDeeds = (place: CardId | JointText, from: readonly RichNode[], to: readonly RichNode[]): Deed[] =>
  equalityDeep(from, to) ? [] : [{ did: 'worded', place, from, to }]

const changedDeeds = (at: { root: EntryRoot; id: string }, before: Y.Map<unknown>, after: Y.Map<unknown>): Deed[] => {
  const byAct = new Map<Act['act'], Record<string, unknown>>()
  for (const [field, act] of Object.entries(ACT_OF_FIELD[at.root])) {
    const value = after.get(field) ?? null
    if (equalityDeep(value, before.get(field) ?? null)) continue
    byAct.set(act, { ...byAct.get(act), [field]: value })
  }
  return [
    ...(at.root === 'cards' ? wordedDeeds(CardId.parse(at.id), bodyIn(before) ?? [], bodyIn(after) ?? []) : []),
    ...[...byAct].map(([act, fields]): Deed => ({ did: 'changed', ...at, act, fields })),
  ]
}

/**
 * [D74] What the table of acts is asked before something is done again; null where it cannot be done, because what it was
 * done to is not there. What stands there already is made by nobody twice.
 */
export const actOfDeed = (doc: Y.Doc, deed: Deed): Act | null => {
  if (deed.did === 'worded' && isJointText(deed.place)) return { act: 'word text', text: deed.place }
  if (deed.did === 'worded') return actOnStanding('word card', entriesOf(doc, 'cards'), deed.place)
  if (deed.did === 'changed') return actOnStanding(deed.act, entriesOf(doc, deed.root), deed.id)
  const { root, fields, id } = deed
  const hasEnds = [fields.from, fields.to].every(end => entriesOf(doc, 'cards').has(String(end)))
  return root !== 'links' || hasEnds ? ACT_OF_MAKING[root](name => fields[name], id) : null
}

const actOnStanding = (act: Act['act'], entries: Y.Map<Y.Map<unknown>>, id: string): Act | null => {
  const entry = entries.get(id)
  return entry === undefined ? null : actOn(act, entry, id)
}

/**
 * [D75] Does it again, as a new edit of `author`, in an update of its own (a thing that is made: two, as when it was first
 * made). What was made keeps its id, so that what was said of it still holds and nothing is made twice; words that changed
 * meanwhile are merged. False where there is nothing to do it to.
 */
export const doAgain = (doc: Y.Doc, deed: Deed, author: Author): boolean => {
  if (deed.did === 'worded') return wordAgain(doc, deed)
  const entries = entriesOf(doc, deed.root)
  const standing = entries.get(deed.id)
  if (deed.did === 'changed') {
    if (standing !== undefined) doc.transact(() => setFields(standing, deed.fields), EDIT)
    return standing !== undefined
  }
  if (standing !== undefined || (deed.root === 'links' && isLinked(doc, deed.fields))) return true
  const { gone, ...fields } = deed.fields
  doc.transact(() => {
    const entry = new Y.Map<unknown>(Object.entries({ ...fields, ...author, gone: true }))
    if (deed.body !== null) {
      const body = new Y.XmlFragment()
      body.insert(0, copyRich(deed.body))
      entry.set('body', body)
    }
    entries.set(deed.id, entry)
  }, POST)
  if (gone !== true) doc.transact(() => entries.get(deed.id)?.delete('gone'), EDIT)
  return true
}

const isLinked = (doc: Y.Doc, link: Readonly<Record<string, unknown>>): boolean =>
  [...entriesOf(doc, 'links').values()].some(
    other => other.get('gone') !== true && ['from', 'to', 'kind'].every(name => other.get(name) === link[name]),
  )

const setFields = (entry: Y.Map<unknown>, fields: Readonly<Record<string, unknown>>) => {
  for (const [name, value] of Object.entries(fields))
    if (value === null) entry.delete(name)
    else entry.set(name, value)
}

const wordAgain = (doc: Y.Doc, { place, from, to }: Extract<Deed, { did: 'worded' }>): boolean => {
  const words = isJointText(place) ? jointTextOf(doc, place) : bodyOf(doc, place)
  if (words === undefined) return false
  const now = readRich(words)
  if (equalityDeep(now, to)) return true
  const merged = equalityDeep(now, from) ? to : mergeWords({ from, to, now })
  doc.transact(() => reshape(words, merged), EDIT)
  // Where somebody has made the paragraph another, what was typed into the old one has nowhere to go.
  return !equalityDeep(merged, now)
}
