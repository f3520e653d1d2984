import { clean } from '../clean.ts'
import { hashOfText } from '../hash.ts'
import { isText, type RichBlock, type RichNode } from '../richtext.ts'
import type { TextView } from '../view.ts'

const lineOf = (nodes: readonly RichNode[]): string =>
  nodes
    .map(node => (isText(node) ? clean(node.text) : node.type === 'hardBreak' ? '\n' : lineOf(node.content)))
    .join('')

/** Each line of a block behind `first`, the later ones under it. */
const behind = (first: string, lines: readonly string[]): string[] =>
  lines.map((line, i) => (i === 0 ? first : ' '.repeat(first.length)) + line)

const numberOf = ({ attrs }: RichBlock): number => {
  const start = Number(attrs.start)
  return Number.isInteger(start) && start > 0 ? start : 1
}

const listed = (list: RichBlock, bulletOf: (i: number) => string): string[] =>
  list.content.flatMap((item, i) => (isText(item) ? [] : behind(bulletOf(i), linesOf(item.content))))

const linesOfBlock = (block: RichBlock): string[] => {
  switch (block.type) {
    case 'bulletList':
      return listed(block, () => '- ')
    case 'orderedList':
      return listed(block, i => `${numberOf(block) + i}. `)
    case 'heading':
      return behind(`${'#'.repeat(Number(block.attrs.level) || 1)} `, lineOf(block.content).split('\n'))
    default:
      return lineOf(block.content).split('\n')
  }
}

const linesOf = (nodes: readonly RichNode[]): string[] =>
  nodes.flatMap(node => (isText(node) ? [clean(node.text)] : linesOfBlock(node)))

/**
 * [G1] An agreement as it is fixed: a line for each paragraph, heading (`## Cover`), item (`- `, `1. `) and break, what
 * belongs to an item under it; no line that is empty and no spaces at the end of one. Headings and numbers count, since
 * a contract is quoted by them; bold, italic and what a link leads to do not, as in any wording ([V3]). Control
 * characters and those that turn the direction of writing are not in it: the text that is hashed is the one that is printed.
 */
export const writtenText = (nodes: readonly RichNode[]): string =>
  linesOf(nodes)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
    .join('\n')

type Written = { readonly text: string; readonly hash: string }
const known = new WeakMap<TextView, Written>()

/** [G1] A joint text as it would be fixed now; its hash is what signatures are bound to. */
export const writtenNow = (view: TextView): Written => {
  const before = known.get(view)
  if (before !== undefined) return before
  const text = writtenText(view.body)
  const written = { text, hash: hashOfText(text) }
  known.set(view, written)
  return written
}
