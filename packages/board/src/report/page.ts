import type { Member, Side } from '../people.ts'
import type { Rules } from '../rules.ts'
import type { Report } from './index.ts'
import type { ReportLanguage } from './language.ts'
import type { ReportWords } from './words/index.ts'

/**
 * A printed report between the facts and a format: sections of words, lists and tables. Sections know nothing of a format
 * and formats nothing of a section, so that each says all and escapes everything in its own way.
 */
export type Page = {
  readonly language: ReportLanguage
  readonly title: string
  /** Sentences under the title. */
  readonly intro: readonly string[]
  readonly sides: readonly Side[]
  readonly sections: readonly Section[]
}

export type Section = {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly blocks: readonly Block[]
}

/** A side is printed by its name, and with its mark where a format has marks. */
export type Cell = string | number | null | { readonly side: string }

export type Block =
  /** `kept`: lines and spaces stay as they are, as in the text that was signed. */
  | { readonly is: 'words'; readonly text: string; readonly kept?: true; readonly strong?: true }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | {
      readonly is: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: Rows
      /** The same numbers twice: laid out for a reader, and a row each for a spreadsheet. Without it, for both. */
      readonly for?: 'people' | 'programs'
      /** Its numbers are people's own: each is printed in the digits that were written. */
      readonly written?: true
    }
  | { readonly is: 'plot'; readonly plot: Course }
/** Whether a table's name has just been said, by its section or by the heading above it. */
export const isNamed = ({ title, blocks }: Section, caption: string): boolean => {
  const at = blocks.findIndex(block => block.is === 'table' && block.caption === caption)
  const above = blocks.slice(0, at).findLast(block => block.is === 'heading')?.text
  return caption === title || (above !== undefined && caption.endsWith(above))
}
export type Rows = readonly (readonly Cell[])[]

/** What a line plot draws; the table beside it says the same. */
export type Course = {
  readonly title: string
  readonly values: readonly { readonly on: string; readonly value: number }[]
  readonly target: { readonly on: string; readonly value: number }
}

/** What every section is made from. */
export type Source = {
  readonly report: Report
  readonly words: ReportWords
  /** A member as they may be named: with `side` in the ground rules, the side alone. */
  readonly who: (member: string, side?: string | null) => string
  /** [N15] Who answered in a round with names: the side alone where the ground rules of its opening had it so. */
  readonly answerer: (
    round: { readonly attribution: Rules['attribution'] },
    of: { readonly member: string; readonly side: string },
  ) => string
  readonly side: (id: string | null) => string
  /** A card's text, or what is said where it is erased or gone. */
  readonly card: (id: string) => string
}

export const source = (report: Report, words: ReportWords): Source => {
  const members: ReadonlyMap<string, Member> = new Map(report.members.map(member => [member.id, member]))
  const sides: ReadonlyMap<string, Side> = new Map(report.sides.map(side => [side.id, side]))
  const cards: ReadonlyMap<string, string> = new Map(report.cards.map(({ id, text }) => [id, text]))
  const side = (id: string | null) => (id === null ? words.neutral : (sides.get(id)?.name ?? id))
  const named = report.rules.attribution === 'named'
  const who: Source['who'] = (id, of) => {
    const member = members.get(id)
    if (member === undefined) return words.server
    const at = of === undefined ? member.side : of
    if (!named) return at === null ? words.role[member.role] : side(at)
    return at === null ? member.name : `${member.name} (${side(at)})`
  }
  return {
    report,
    words,
    side,
    who,
    answerer: ({ attribution }, of) => (attribution === 'named' ? who(of.member, of.side) : side(of.side)),
    card: id => {
      const text = cards.get(id)
      return text === undefined ? words.unknownCard : text === '' ? words.erased : text
    },
  }
}

export const words = (text: string, more: { kept?: true; strong?: true } = {}): Block => ({
  is: 'words',
  text,
  ...more,
})
export const heading = (text: string): Block => ({ is: 'heading', text })
/** Nothing, where there is no row: a table of a head alone says nothing. */
export const table = (
  caption: string,
  columns: readonly string[],
  rows: Rows,
  more: { for?: 'people' | 'programs'; written?: true } = {},
): Block[] => (rows.length === 0 ? [] : [{ is: 'table', caption, columns, rows, ...more }])
export const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ is: 'list', items }])
/** `2026-09-01T09:01:30.000Z` as `2026-09-01 09:01`. */
export const moment = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`
