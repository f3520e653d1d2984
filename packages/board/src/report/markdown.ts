import { clean } from '../clean.ts'
import { decimal } from './decimal.ts'
import { type Block, type Cell, isNamed, type Page, type Section } from './page.ts'

/** What means something inside a line, in CommonMark or in GitHub's dialect; each may be written with a backslash. */
const INLINE = /[\\`*_{}[\]<>#|~!&$@^]/g
/** What means something at the beginning of one: lists, numbers, underlines of headings, rules. */
const LEADING = /^([-+=:]|\d+(?=[.)]))/

/**
 * One line of somebody's words, so that it stays words: no heading, row, list, link, tag or mention can be made of it. What
 * begins a line loses its spaces (four would make it code), and addresses are broken where a reader would make links.
 */
const escapeLine = (line: string): string =>
  line
    .trim()
    .replace(INLINE, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(LEADING, start => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/, '$1\\$2')

const lines = (text: string): string[] =>
  clean(text)
    .split('\n')
    .map(escapeLine)
    .filter(line => line !== '')

const inOneLine = (text: string): string => lines(text).join(' ')
const inCell = (text: string): string => lines(text).join('<br>')

const cell = (of: Cell): string => {
  if (of === null) return ''
  return typeof of === 'number' ? decimal(of) : inCell(typeof of === 'string' ? of : of.side)
}
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Text whose every byte counts, fenced by more backticks than it has in a row: nothing in it can end the fence. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${clean(text)}\n${fence}`
}

const BLOCKS: { readonly [Is in Block['is']]: (block: Extract<Block, { is: Is }>, section: Section) => string } = {
  words: ({ text, kept, strong }) => {
    if (kept) return fenced(text)
    const all = lines(text).join('\\\n')
    return strong ? `**${lines(text).join(' ')}**` : all
  },
  heading: ({ text }) => `### ${inOneLine(text)}`,
  list: ({ items }) => items.map(item => `- ${inCell(item)}`).join('\n'),
  table: ({ caption, columns, rows }, section) => {
    const head = isNamed(section, caption) ? [] : [`**${inOneLine(caption)}**`, '']
    const body = rows.map(cells => row(cells.map(cell)))
    return [...head, row(columns.map(inCell)), row(columns.map(() => '---')), ...body].join('\n')
  },
  // The table beside it says the same.
  plot: () => '',
}

const blockOf = (block: Block, section: Section): string =>
  (BLOCKS[block.is] as (of: Block, section: Section) => string)(block, section)

/** The report as Markdown. Whatever people wrote is escaped; headings, rows and names are the report's alone. */
export const markdown = (page: Page): string =>
  [
    `# ${inOneLine(page.title)}`,
    ...page.intro.map(inOneLine),
    ...page.sections.flatMap(section => [
      `## ${inOneLine(section.title)}`,
      ...(section.note === undefined ? [] : [`*${inOneLine(section.note)}*`]),
      ...section.blocks.map(block => blockOf(block, section)),
    ]),
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n')
