import { diff } from 'lib0/diff/patience'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { copyRich, isText, type RichNode, type RichText, readRich } from './richtext.ts'

/**
 * [D71] Makes words say `to` by what is different alone: what stays is not written again, so that whoever wrote it stays
 * its writer and whoever types in it goes on.
 */
export const reshape = (holder: Y.XmlFragment, to: readonly RichNode[]): void => {
  const standing = unitsOf(holder)
  const wanted = unitsIn(to)
  const same = (a: Standing | undefined, b: Unit | undefined) =>
    a !== undefined && b !== undefined && equalityDeep(a.nodes, b.nodes)
  const most = Math.min(standing.length, wanted.length)
  let before = 0
  while (before < most && same(standing[before], wanted[before])) before++
  let after = 0
  while (after < most - before && same(standing.at(-1 - after), wanted.at(-1 - after))) after++
  const old = standing.slice(before, standing.length - after)
  const next = wanted.slice(before, wanted.length - after)
  // From the end, so that what is before keeps its place.
  for (let i = Math.max(old.length, next.length) - 1; i >= 0; i--) {
    const [a, b] = [old[i], next[i]]
    if (a !== undefined && b !== undefined && reshapeUnit(a, b)) continue
    const at = a?.at ?? old.at(-1)?.end ?? standing[before - 1]?.end ?? 0
    if (a !== undefined) holder.delete(a.at, a.end - a.at)
    if (b !== undefined) holder.insert(at, copyRich(b.nodes))
  }
}

/**
 * [D72] What becomes of words where two changed them at once, one from `from` to `to`, another from `from` to `now`: what
 * Yjs would have made of it, had both begun from the same.
 */
export const mergeWords = ({ from, to, now }: Record<'from' | 'to' | 'now', readonly RichNode[]>): RichNode[] => {
  const base = new Y.Doc()
  base.getXmlFragment('words').insert(0, copyRich(from))
  const changed = [to, now].map(nodes => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
    reshape(doc.getXmlFragment('words'), nodes)
    return Y.encodeStateAsUpdate(doc)
  })
  for (const update of changed) Y.applyUpdate(base, update)
  return readRich(base.getXmlFragment('words'))
}

/** What stands side by side in words: one block, or letters up to the next one. */
type Unit = { readonly nodes: readonly RichNode[] }
/** The same in a document: its children `at` to `end`. */
type Standing = Unit & { readonly at: number; readonly end: number; readonly first: Y.XmlElement | Y.XmlText }

const unitsIn = (nodes: readonly RichNode[]): Unit[] => {
  const units: { nodes: RichNode[] }[] = []
  for (const node of nodes) {
    const last = units.at(-1)
    if (isText(node) && last?.nodes[0] !== undefined && isText(last.nodes[0])) last.nodes.push(node)
    else units.push({ nodes: [node] })
  }
  return units
}

const unitsOf = (holder: Y.XmlFragment): Standing[] => {
  const units: { nodes: RichNode[]; at: number; end: number; first: Y.XmlElement | Y.XmlText }[] = []
  holder.toArray().forEach((child, at) => {
    const nodes = readChild(child)
    const last = units.at(-1)
    if (child instanceof Y.XmlText && last?.first instanceof Y.XmlText) {
      last.nodes.push(...nodes)
      last.end = at + 1
    } else if (child instanceof Y.XmlText || child instanceof Y.XmlElement)
      units.push({ nodes, at, end: at + 1, first: child })
  })
  return units
}

const readChild = (child: unknown): RichNode[] => readRich({ toArray: () => [child] } as unknown as Y.XmlFragment)

/** Whether the one could be made the other where it stands. */
const reshapeUnit = (a: Standing, b: Unit): boolean => {
  const [node] = b.nodes
  if (node === undefined || a.end - a.at !== 1) return false
  if (a.first instanceof Y.XmlText) {
    if (!isText(node)) return false
    reshapeLetters(a.first, a.nodes.filter(isText), b.nodes.filter(isText))
    return true
  }
  const isSame = !isText(node) && a.first.nodeName === node.type && equalityDeep(a.first.getAttributes(), node.attrs)
  if (isSame) reshape(a.first, node.content)
  return isSame
}

const reshapeLetters = (text: Y.XmlText, from: readonly RichText[], to: readonly RichText[]): void => {
  const old = tokens(from)
  const next = tokens(to)
  const starts = [0]
  for (const { letters } of old) starts.push((starts.at(-1) ?? 0) + letters.length)
  let nextAt = 0
  let oldAt = 0
  const changes = diff(
    old.map(({ key }) => key),
    next.map(({ key }) => key),
  ).map(({ index, remove, insert }) => {
    nextAt += index - oldAt
    const put = next.slice(nextAt, nextAt + insert.length)
    nextAt += insert.length
    oldAt = index + remove.length
    return { at: starts[index] ?? 0, ...trimmed(old.slice(index, oldAt), put) }
  })
  for (const { at, kept, taken, put } of changes.reverse()) {
    if (taken > 0) text.delete(at + kept, taken)
    let to = at + kept
    for (const { letters, marks } of put) {
      // A copy: Yjs writes into it which marks end here.
      text.insert(to, letters, { ...marks })
      to += letters.length
    }
  }
}

type Token = { readonly letters: string; readonly marks: RichText['marks']; readonly key: string }

/** Words, and what stands between them; each with its marks. */
const tokens = (runs: readonly RichText[]): Token[] =>
  runs.flatMap(({ text, marks }) =>
    (text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? []).map(letters => tokenOf(letters, marks)),
  )

const tokenOf = (letters: string, marks: RichText['marks']): Token => ({
  letters,
  marks,
  key: `${letters}\u0000${Object.keys(marks).length === 0 ? '' : JSON.stringify(Object.entries(marks).sort())}`,
})

/** Of words that take others' place, what begins and ends alike stays: whole letters, never half of one. */
const trimmed = (old: readonly Token[], next: readonly Token[]) => {
  const a = lettersOf(old)
  const b = lettersOf(next)
  const most = Math.min(a.length, b.length)
  let before = 0
  while (before < most && a[before]?.key === b[before]?.key) before++
  let after = 0
  while (after < most - before && a.at(-1 - after)?.key === b.at(-1 - after)?.key) after++
  const length = (letters: readonly Token[]) => letters.reduce((sum, one) => sum + one.letters.length, 0)
  return {
    kept: length(a.slice(0, before)),
    taken: length(a.slice(before, a.length - after)),
    put: b.slice(before, b.length - after),
  }
}

const lettersOf = (all: readonly Token[]): Token[] =>
  all.flatMap(({ letters, marks }) => Array.from(letters, letter => tokenOf(letter, marks)))
