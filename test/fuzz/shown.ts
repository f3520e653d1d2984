import { ROOTS } from '@jointly/board'
import * as Y from 'yjs'

/** All that a document says, whoever made it: equal for two that show the same. */
const shown = (doc: Y.Doc): string =>
  JSON.stringify(
    ROOTS.map(root => plain(root === 'issue' || root === 'agreement' ? doc.getXmlFragment(root) : doc.getMap(root))),
    (_key, value) => (typeof value === 'bigint' ? `${value}n` : value),
  )

/** Where two documents begin to say different things, or null. */
export const difference = (one: Y.Doc, other: Y.Doc): string | null => {
  const [a, b] = [shown(one), shown(other)]
  if (a === b) return null
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return `${a.slice(Math.max(0, at - 200), at + 80)}\n  or\n${b.slice(Math.max(0, at - 200), at + 80)}`
}

/** A type by its name, its keys in alphabetical order (Yjs lists them as they came), and its list. */
export const plain = (value: unknown): unknown => {
  if (!(value instanceof Y.AbstractType)) return value
  const keys = [...value._map]
    .filter(([, item]) => !item.deleted)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, item.content.getContent().map(plain)])
  return { type: value.constructor.name, keys, list: listIn(value) }
}

const listIn = (holder: Y.AbstractType<unknown>): unknown[] => {
  if (holder instanceof Y.Text) return runsOf(holder)
  const list: unknown[] = []
  for (let item = holder._start; item !== null; item = item.right)
    if (!item.deleted && item.countable) list.push(...item.content.getContent().map(plain))
  return list
}

/** Marks that say nothing new cut a run in two on one screen and not on another; nobody sees that. */
const runsOf = (text: Y.Text): Run[] => {
  const runs: Run[] = []
  for (const { insert, attributes: marks = {} } of text.toDelta() as Run[]) {
    const attributes = Object.fromEntries(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)))
    const last = runs.at(-1)
    const joins = typeof insert === 'string' && typeof last?.insert === 'string'
    if (joins && JSON.stringify(last.attributes) === JSON.stringify(attributes))
      runs[runs.length - 1] = { insert: `${last.insert}${insert}`, attributes }
    else runs.push({ insert: plain(insert), attributes })
  }
  return runs
}

type Run = { readonly insert: unknown; readonly attributes?: Record<string, unknown> }
