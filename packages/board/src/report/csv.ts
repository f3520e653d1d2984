import { clean } from '../clean.ts'
import { decimal } from './decimal.ts'
import type { Block, Cell, Page } from './page.ts'

/**
 * Where a cell may begin with what a spreadsheet takes for a formula (these, behind spaces and quotes too, and their
 * full-width forms): at the beginning, and behind what parts cells where the file is read by another list separator. A card
 * that says `=HYPERLINK("…")`, or `see;=1+1` where Excel speaks Spanish, would run on the machine of whoever opens the file.
 */
const FORMULA = /(^|[;\n])(?=[\s"]*[=+\-@＝＋－＠])/g

/**
 * One field. What a spreadsheet would run gets an apostrophe before it, the sign by which Excel, LibreOffice and Sheets all
 * keep a cell as text; numbers are ours and stay numbers, the negative ones too. All text is quoted, as RFC 4180 says it is.
 */
const field = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return decimal(cell)
  const text = clean(typeof cell === 'string' ? cell : cell.side)
  const safe = text.replace(FORMULA, "$1'")
  return `"${safe.replaceAll('"', '""').replaceAll('\n', '\r\n')}"`
}

const rowsOf = (block: Block): readonly (readonly Cell[])[] => {
  switch (block.is) {
    case 'table':
      return [[block.caption], block.columns, ...block.rows]
    case 'list':
      return block.items.map(item => [item])
    case 'words':
    case 'heading':
      return [[block.text]]
    case 'plot':
      return []
  }
}

/**
 * The report as CSV (RFC 4180): CRLF, as many fields on every line, the name of the section in the first, so that one
 * filter shows one section; each table under a line with its name and one with its columns. It begins with a byte order
 * mark: without one Excel reads ñ as two letters.
 */
export const csv = (page: Page): string => {
  const rows: (readonly Cell[])[] = [
    [page.title],
    ...page.intro.map(line => [page.title, line]),
    ...page.sections.flatMap(({ title, note, blocks }) =>
      [...(note === undefined ? [] : [[note]]), ...blocks.flatMap(rowsOf)].map(row => [title, ...row]),
    ),
  ]
  const width = Math.max(...rows.map(row => row.length))
  const line = (row: readonly Cell[]) => Array.from({ length: width }, (_, i) => field(row[i] ?? null)).join(',')
  return `\ufeff${rows.map(row => `${line(row)}\r\n`).join('')}`
}
