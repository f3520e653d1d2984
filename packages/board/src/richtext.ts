import * as Y from 'yjs'

/** A stretch of text with its marks, or a block: the plain, immutable form of what an editor wrote. */
export type RichText = {
  readonly type: 'text'
  readonly text: string
  readonly marks: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
export type RichBlock = {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly content: readonly RichNode[]
}
export type RichNode = RichText | RichBlock

export const isText = (node: RichNode): node is RichText => node.type === 'text' && 'text' in node

const readText = (text: Y.XmlText): RichText[] =>
  text
    .toDelta()
    .flatMap((run: { insert: unknown; attributes?: Record<string, Record<string, unknown>> }) =>
      typeof run.insert === 'string' ? [{ type: 'text' as const, text: run.insert, marks: run.attributes ?? {} }] : [],
    )

/** The content of a fragment as plain nodes, in reading order. */
export const readRich = (fragment: Y.XmlFragment): RichNode[] =>
  fragment.toArray().flatMap((child): RichNode[] => {
    if (child instanceof Y.XmlText) return readText(child)
    if (child instanceof Y.XmlElement)
      return [{ type: child.nodeName, attrs: child.getAttributes(), content: readRich(child) }]
    return []
  })

/**
 * The words of a fragment as plain nodes: no marks, and every stretch of letters whole. Where two people typed in turns a
 * text is thousands of items; to gather the marks of each takes many times as long.
 */
export const readWords = (fragment: Y.XmlFragment): RichNode[] =>
  fragment.toArray().flatMap((child): RichNode[] => {
    if (child instanceof Y.XmlText) return [{ type: 'text', text: lettersOf(child), marks: {} }]
    if (child instanceof Y.XmlElement) return [{ type: child.nodeName, attrs: {}, content: readWords(child) }]
    return []
  })

const lettersOf = ({ _start }: Y.XmlText): string => {
  let letters = ''
  for (let item = _start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentString && !item.deleted) letters += item.content.str
  return letters
}

const isInline = (node: RichNode) => isText(node) || node.type === 'hardBreak'

/** The words alone: marks dropped, a line per block or break. */
export const plainText = (nodes: readonly RichNode[]): string => {
  const lines: string[] = ['']
  const walk = (node: RichNode) => {
    if (isText(node)) lines[lines.length - 1] += node.text
    else if (node.type === 'hardBreak') lines.push('')
    else {
      if (node.content.every(isInline) && lines.at(-1) !== '') lines.push('')
      node.content.forEach(walk)
    }
  }
  nodes.forEach(walk)
  return lines.join('\n').trim()
}

const paragraph = (line: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  if (line !== '') element.insert(0, [new Y.XmlText(line)])
  return element
}

/** A paragraph per line, ready to be put into a body. */
export const paragraphs = (text: string): Y.XmlElement[] => text.split('\n').map(paragraph)

const element = (node: RichNode): Y.XmlElement | Y.XmlText => {
  if (isText(node)) {
    const text = new Y.XmlText()
    text.insert(0, node.text, node.marks)
    return text
  }
  const made = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs)) made.setAttribute(name, value as string)
  made.insert(0, node.content.map(element))
  return made
}

/** Fresh Yjs nodes with the same content: what a duplicate is made of. */
export const copyRich = (nodes: readonly RichNode[]): (Y.XmlElement | Y.XmlText)[] => nodes.map(element)
