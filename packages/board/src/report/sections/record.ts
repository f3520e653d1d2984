import type { Rules } from '../../rules.ts'
import { moment, type Rows, type Section, type Source, table, words } from '../page.ts'

export const rules = (at: Source): Section => {
  const { attribution, column, note, rule, section, yes, no } = at.words
  const { rules: inForce, rulesVersion } = at.report
  if (rulesVersion === null) return { id: 'rules', title: section.rules, blocks: [words(note.rulesNone)] }
  const said = (value: Rules[keyof Rules]) => (typeof value === 'boolean' ? (value ? yes : no) : value)
  const rows = (Object.keys(rule) as (keyof Rules)[]).map(name => [
    rule[name],
    name === 'attribution' ? attribution[inForce.attribution] : said(inForce[name]),
  ])
  return {
    id: 'rules',
    title: section.rules,
    blocks: [words(`${column.version} ${rulesVersion}`), ...table(section.rules, [column.rule, column.text], rows)],
  }
}

/** The steps of this board's process in their order, and which one is open. */
export const steps = (at: Source): Section => {
  const { column, present, section } = at.words
  const rows = at.report.stages.map(one => [stepTitle(at, one.title), one.present ? present : null])
  return { id: 'steps', title: section.steps, blocks: table(section.steps, [column.step, column.state], rows) }
}

/** In the reader's language; a school's own name stays where there is none. */
const stepTitle = ({ words: { step } }: Source, title: string): string => step[title as keyof typeof step] ?? title

/** By name, or where names are left out, how many of each role. */
export const people = (at: Source): Section => {
  const { column, decides, advises, left, waits, role, section } = at.words
  const { members, sides, rules: inForce } = at.report
  const named = inForce.attribution === 'named'
  const rows: Rows = named
    ? members.map(member => [
        ...[member.name, { side: at.side(member.side) }, role[member.role]],
        member.left ? left : member.admitted ? null : waits,
      ])
    : [
        ...Map.groupBy(
          members.filter(({ admitted }) => admitted),
          member => `${role[member.role]} · ${at.side(member.side)}`,
        ),
      ].map(([who, those]) => [who, those.length])
  const columns = named ? [column.member, column.side, column.role, column.state] : [column.role, column.number]
  return {
    id: 'people',
    title: section.people,
    blocks: [
      ...table(
        column.side,
        [column.side, column.state],
        sides.map(side => [{ side: side.name }, side.decides ? decides : advises]),
      ),
      ...table(section.people, columns, rows),
    ],
  }
}

type Told = Source['report']['minutes'][number]

/** What a move was about, in words: its card, its step, its action. */
const about = (at: Source, move: Told): string | null => {
  if (move.type === 'stage.open') {
    const title = at.report.stages.find(({ id }) => id === move.stage)?.title
    return title === undefined ? null : stepTitle(at, title)
  }
  if ('card' in move) return at.card(move.card)
  if (move.type === 'round.close') return move.byTime ? at.words.round.byTime : null
  if (move.type === 'round.open') return move.closesAt ? at.words.round.until(moment(move.closesAt)) : null
  if (move.type === 'action.add') return move.action.what
  if ('action' in move) return at.report.actions.find(({ id }) => id === move.action)?.what ?? null
  if (move.type === 'indicator.add') return move.indicator.what
  if ('indicator' in move) return at.report.indicators.find(({ id }) => id === move.indicator)?.what ?? null
  if (move.type === 'review.plan') return move.on
  if ('review' in move) return at.report.reviews.find(({ id }) => id === move.review)?.on ?? null
  if (move.type === 'ratification.record') return move.body
  if (move.type === 'member.changed') return at.who(move.member.id)
  return 'version' in move ? `${at.words.column.version} ${move.version}` : null
}

export const minutes = (at: Source): Section => {
  const { column, move: say, note, section } = at.words
  const rows = at.report.minutes.map(move => [
    ...[move.seq, moment(move.at), at.who(move.by, move.side)],
    [say[move.type], about(at, move)].filter(part => part !== null).join(': '),
  ])
  return {
    id: 'minutes',
    title: section.minutes,
    note: note.minutes,
    blocks: table(section.minutes, [column.number, column.when, column.by, column.what], rows),
  }
}

export const record = (at: Source): Section => {
  const { column, record: say, section } = at.words
  const { last, chain } = at.report
  return {
    id: 'record',
    title: section.record,
    blocks: [
      ...table(
        section.record,
        [column.what, column.row],
        [
          [say.joint, last.joint],
          [say.minutes, last.minutes],
          [say.chain, chain],
        ],
      ),
      words(say.how),
    ],
  }
}
