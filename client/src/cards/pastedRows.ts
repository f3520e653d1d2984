/** The cells of a table that was pasted, row by row; null where it is none. A spreadsheet brings HTML, others only tabs. */
export const pastedRows = ({ html, text }: { html: string; text: string }): readonly (readonly string[])[] | null => {
  const rows = (rowsOfTable(html) ?? rowsOfTabs(text)).filter(cells => cells.some(cell => cell !== ''))
  return rows.some(cells => cells.length > 1) ? rows : null
}

/** What a row says as one card: its cells in their order, the empty ones left out. */
export const wordsOfRow = (cells: readonly string[]): string => cells.filter(cell => cell !== '').join(' · ')

const plain = (words: string) => words.replace(/\s+/g, ' ').trim()

/** The parser makes a document that is shown nowhere: nothing in it runs, and nothing is fetched. */
const rowsOfTable = (html: string): string[][] | null => {
  const table = html === '' ? null : new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  return table === null ? null : Array.from(table.rows, row => Array.from(row.cells, cell => plain(cell.textContent)))
}

/** A cell that holds a line break or a tab stands in quotes, and a quote in it is written twice. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y

const rowsOfTabs = (text: string): string[][] => {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  const rows: string[][] = [[]]
  for (let at = 0; at <= source.length; ) {
    CELL.lastIndex = at
    const found = CELL.exec(source)
    if (found === null) return []
    const [all, quoted, bare, end] = found
    rows.at(-1)?.push(plain(quoted?.replaceAll('""', '"') ?? bare ?? ''))
    if (end === '') break
    if (end === '\n') rows.push([])
    at += all.length
  }
  return rows
}
