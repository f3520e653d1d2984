import { clean } from '../clean.ts'
import type { Side } from '../people.ts'
import { decimal } from './decimal.ts'
import { type Block, type Cell, type Course, isNamed, type Page, type Rows, type Section } from './page.ts'
import { linePlot } from './plot.ts'
import { decimalsOf } from './readable.ts'
import { STYLE } from './style.ts'
import { REPORT_WORDS } from './words/index.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => clean(text).replace(/[&<>"']/g, sign => ENTITIES[sign] ?? '')

type In = { readonly page: Page; readonly sides: ReadonlyMap<string, Side>; readonly section: Section }

/** The side's name, and before it its letter in its shape: told without colour, on paper too. */
const sideTag = ({ sides }: In, name: string): string => {
  const side = sides.get(name)
  if (side === undefined) return escaped(name)
  return `<span class="side ${side.shape}"><span class="mark" aria-hidden="true">${escaped(side.letter)}</span>${escaped(name)}</span>`
}

const cellOf = (at: In, cell: Cell, { i, decimals }: { i: number; decimals: number | null }): string => {
  if (cell === null) return '<td></td>'
  if (typeof cell === 'number')
    return `<td class="number">${decimals === null ? decimal(cell) : cell.toFixed(decimals)}</td>`
  if (typeof cell === 'object') return `<td>${sideTag(at, cell.side)}</td>`
  const kind = DAY.test(cell) ? ' class="day"' : LONG.test(cell) ? ' class="long"' : ''
  return i === 0 ? `<th scope="row"${kind}>${escaped(cell)}</th>` : `<td${kind}>${escaped(cell)}</td>`
}

/** A day, and with it the hour, stays on one line. */
const DAY = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/

/** A fingerprint, an address: on paper it is broken, where no other word is. */
const LONG = /\S{30}/

/** The head of a column of numbers stands above them. */
const headOf = (name: string, i: number, rows: Rows): string => {
  const cells = rows.map(row => row[i] ?? null)
  const isNumbers =
    cells.some(cell => typeof cell === 'number') && cells.every(cell => cell === null || typeof cell === 'number')
  return `<th scope="col"${isNumbers ? ' class="number"' : ''}>${escaped(name)}</th>`
}

const SIZE = { width: 640, height: 220 }

const plotOf = ({ page }: In, course: Course): string => {
  const { levels, left, right, target, line, dots, first, last, width, height } = linePlot(course, SIZE)
  const say = REPORT_WORDS[page.language].followUp
  const words = say.target(decimal(course.target.value), course.target.on)
  return [
    `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`${course.title}. ${words}`)}">`,
    ...levels.map(
      ({ y, label }) =>
        `<path class="level" d="M${left} ${y}H${right}"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`,
    ),
    `<path class="target" d="M${left} ${target.y}H${right}"/>`,
    `<text class="goal" x="${right}" y="${target.y - 5}" text-anchor="end">${escaped(words)}</text>`,
    `<polyline class="line" points="${line}"/>`,
    ...dots.map(({ x, y }) => `<circle class="dot" cx="${x}" cy="${y}" r="3.5"/>`),
    `<text x="${left}" y="${height - 6}">${first}</text>`,
    ...(first === last ? [] : [`<text x="${right}" y="${height - 6}" text-anchor="end">${last}</text>`]),
    '</svg>',
  ].join('')
}

const BLOCKS: { readonly [Is in Block['is']]: (block: Extract<Block, { is: Is }>, at: In) => string } = {
  words: ({ text, kept, strong }) => `<p class="${kept ? 'kept' : strong ? 'strong' : 'plain'}">${escaped(text)}</p>`,
  heading: ({ text }, at) => `<h3>${sideTag(at, text)}</h3>`,
  list: ({ items }) => `<ul>${items.map(item => `<li>${escaped(item)}</li>`).join('')}</ul>`,
  table: ({ caption, columns, rows, written }, at) => {
    const decimals = columns.map((_, i) => (written ? null : decimalsOf(rows, i)))
    const line = (row: Rows[number]) =>
      row.map((cell, i) => cellOf(at, cell, { i, decimals: decimals[i] ?? null })).join('')
    return [
      // What is wider than a phone is scrolled by keys as well.
      `<div class="wide" role="group" tabindex="0" aria-label="${escaped(caption)}"><table>`,
      `<caption${isNamed(at.section, caption) ? ' class="unseen"' : ''}>${escaped(caption)}</caption>`,
      `<thead><tr>${columns.map((name, i) => headOf(name, i, rows)).join('')}</tr></thead>`,
      `<tbody>${rows.map(row => `<tr>${line(row)}</tr>`).join('\n')}</tbody>`,
      '</table></div>',
    ].join('')
  },
  plot: ({ plot }, at) => plotOf(at, plot),
}
const blockOf = (block: Block, at: In): string => (BLOCKS[block.is] as (of: Block, at: In) => string)(block, at)

const sectionOf = (at: In): string => {
  const { id, title, note, blocks } = at.section
  return [
    `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escaped(title)}</h2>`,
    ...(note === undefined ? [] : [`<p class="note">${escaped(note)}</p>`]),
    ...blocks.map(block => blockOf(block, at)),
    '</section>',
  ].join('\n')
}

/**
 * The report as one page that needs nothing else: no script, no address, its style within. It follows the reader's light
 * or dark, and prints in black on white with the heads of its tables on every sheet.
 */
export const html = (page: Page): string => {
  const sides = new Map(page.sides.map(side => [side.name, side]))
  const { contents } = REPORT_WORDS[page.language]
  return [
    `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(page.title)}</title><style>${STYLE}</style></head><body>`,
    `<header><h1>${escaped(page.title)}</h1>${page.intro.map(line => `<p>${escaped(line)}</p>`).join('')}</header>`,
    `<nav aria-label="${escaped(contents)}"><ul>`,
    ...page.sections.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`),
    '</ul></nav><main>',
    ...page.sections.map(section => sectionOf({ page, sides, section })),
    '</main></body></html>',
  ]
    .join('\n')
    .concat('\n')
}
