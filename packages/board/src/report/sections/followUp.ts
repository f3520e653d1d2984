import { decimal } from '../decimal.ts'
import { type Block, heading, moment, type Section, type Source, table, words } from '../page.ts'

export const followUp = (at: Source): Section => ({
  id: 'follow-up',
  title: at.words.section.followUp,
  blocks: [...actions(at), ...at.report.indicators.flatMap(one => indicator(at, one)), ...reviews(at)],
})

/** Owners are named whatever the ground rules say of attribution: somebody has to do it. */
const nameOf = ({ report }: Source, id: string) => report.members.find(member => member.id === id)?.name ?? id

const actions = (at: Source): Block[] => {
  const { column, followUp: say } = at.words
  const rows = at.report.actions.map(action => [
    ...[action.what, action.owners.map(id => nameOf(at, id)).join('\n'), action.due],
    action.traces.map(at.card).join('\n'),
    action.outcome === null ? say.open : say.outcome[action.outcome],
    Object.entries(action.confirmed)
      .map(([side, said]) => `${say.said(at.side(side), say.outcome[said.outcome])}, ${moment(said.at)}`)
      .join('\n'),
    action.carried,
  ])
  const columns = [
    column.what,
    column.owners,
    column.due,
    column.traces,
    column.state,
    column.confirmed,
    column.carried,
  ]
  return table(say.actions, columns, rows)
}

const indicator = (at: Source, one: Source['report']['indicators'][number]): Block[] => {
  const { column, followUp: say } = at.words
  const title = say.indicator(one.what, one.unit)
  return [
    heading(title),
    words(
      [
        `${say.baseline(decimal(one.baseline.value), one.baseline.on)}. ${say.target(decimal(one.target.value), one.target.on)}.`,
        say.source(one.source),
        ...(one.ended ? [say.ended] : []),
      ].join('\n'),
    ),
    { is: 'plot', plot: { title, values: one.values, target: one.target } },
    ...table(
      title,
      [column.on, column.value],
      one.values.map(({ on, value }) => [on, value]),
      { written: true },
    ),
  ]
}

const reviews = (at: Source): Block[] => {
  const { column, followUp: say } = at.words
  const rows = at.report.reviews.map(({ on, about, state }) => [
    ...[on, about, say.review[state.is]],
    state.is === 'held' ? state.carried.length : null,
  ])
  return table(say.reviews, [column.on, column.about, column.state, column.carried], rows)
}
