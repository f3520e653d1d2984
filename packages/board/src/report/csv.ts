import { clean } from './clean.ts'
import type { Block, Cell, Page } from './page.ts'

/**
 * What a spreadsheet takes for a formula: these at the beginning, behind spaces too, and their full-width forms. A card
 * that says `=HYPERLINK("…")` would run on the machine of whoever opens the file.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

/**
 * One field. Text that a spreadsheet would run gets an apostrophe before it, the sign by which Excel, LibreOffice and
 * Sheets all keep a cell as text; numbers are ours and stay numbers, the negative ones too. Then quoted as RFC 4180 says.
 */
const field = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = clean(typeof cell === 'string' ? cell : cell.side)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""').replaceAll('\n', '\r\n')}"` : safe
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
