import { z } from 'zod'

/**
 * What may stand in words: the nodes, attributes and marks of a card's body (`card`) and of a joint text (`text`). The
 * editors' schema has exactly these, and the gate lets through nothing else: a node that an editor does not know, it
 * deletes, for everybody.
 */
export type WordsPlace = 'card' | 'text'

/** Levels under the page's own headings: a heading and a smaller one. */
export const HEADING_LEVELS = [2, 3] as const

type NodeRow = {
  readonly in: readonly WordsPlace[]
  /** What it holds: words and what stands in a line, blocks, items of a list, or nothing. */
  readonly holds: 'line' | 'blocks' | 'items' | 'nothing'
  readonly is: 'inline' | 'block' | 'item'
  readonly attributes: Readonly<Record<string, z.ZodType>>
}

/** A browser reads `start="x"` as NaN, and an editor writes what it read. */
const Start = z.union([z.number(), z.nan()])

export const WORD_NODES = {
  paragraph: { in: ['card', 'text'], is: 'block', holds: 'line', attributes: {} },
  heading: { in: ['text'], is: 'block', holds: 'line', attributes: { level: z.number().int().min(1).max(6) } },
  bulletList: { in: ['card', 'text'], is: 'block', holds: 'items', attributes: {} },
  orderedList: {
    in: ['card', 'text'],
    is: 'block',
    holds: 'items',
    attributes: { start: Start, type: z.string().max(40).nullable() },
  },
  listItem: { in: ['card', 'text'], is: 'item', holds: 'blocks', attributes: {} },
  hardBreak: { in: ['card', 'text'], is: 'inline', holds: 'nothing', attributes: {} },
} as const satisfies Record<string, NodeRow>
export type WordNode = keyof typeof WORD_NODES

export const isWordNode = (name: string): name is WordNode => Object.hasOwn(WORD_NODES, name)

const HELD = { line: 'inline', blocks: 'block', items: 'item', nothing: null } as const

/** Whether a node may stand in a holder: in another node, or `top` of a body or joint text. */
export const mayHold = (place: WordsPlace, holder: WordNode | 'top', node: WordNode): boolean => {
  const row: NodeRow = WORD_NODES[node]
  const holds = holder === 'top' ? 'blocks' : WORD_NODES[holder].holds
  return row.in.includes(place) && row.is === HELD[holds]
}

/** Whether letters may stand in a node. */
export const holdsLetters = (holder: WordNode | 'top'): boolean =>
  holder !== 'top' && WORD_NODES[holder].holds === 'line'

/** What a link in words may lead to; anything else is shown as words. */
export const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:'] as const
const LONGEST_HREF = 2_000

/**
 * Whether a link may be written into words. Read as a browser reads it, which strips what cannot be seen: `java\nscript:`
 * is a script to it.
 */
export const isSafeHref = (href: string): boolean => {
  if (href.length > LONGEST_HREF) return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a browser strips
  const seen = href.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '').toLowerCase()
  return LINK_PROTOCOLS.some(protocol => seen.startsWith(protocol))
}

/** The marks and what each says; null ends one. */
export const WORD_MARKS = {
  bold: z.strictObject({}),
  italic: z.strictObject({}),
  link: z.strictObject({ href: z.string().refine(isSafeHref).nullable() }),
} as const satisfies Record<string, z.ZodType>

export const isMarkInForm = (name: string, value: unknown): boolean =>
  Object.hasOwn(WORD_MARKS, name) &&
  (value === null || WORD_MARKS[name as keyof typeof WORD_MARKS].safeParse(value).success)

/** Letters that a card's body and a joint text may hold: ten pages, and a contract. */
export const LONGEST_WORDS = { card: 20_000, text: 500_000 } as const satisfies Record<WordsPlace, number>
