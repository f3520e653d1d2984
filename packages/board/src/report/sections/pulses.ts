import { stepsOf } from '../../rounds/pulseScales.ts'
import { rounded } from '../../weighing/print.ts'
import { type Block, heading, list, moment, type Section, type Source, table, words } from '../page.ts'
import { ordinalCells, ordinalColumns } from './ordinal.ts'

type Pulse = Source['report']['pulses'][number]

/** Every pulse by itself, and in it every side by itself: how the work together goes, and no vote. */
export const pulses = (at: Source): Section => ({
  id: 'pulses',
  title: at.words.section.pulses,
  note: at.words.pulse.note,
  blocks: [
    ...at.report.pulses.flatMap(pulse => [heading(titleOf(at, pulse)), ...told(at, pulse)]),
    ...(at.report.pulses.some(({ ordinal }) => Object.values(ordinal).some(own => own !== null))
      ? [words(at.words.ordinal.how)]
      : []),
  ],
})

const questionOf = ({ words: say }: Source, { scale }: Pulse) =>
  say.pulse.question[scale as keyof typeof say.pulse.question]
const titleOf = (at: Source, pulse: Pulse): string => `${questionOf(at, pulse)} ${moment(pulse.releasedAt)}`

const told = (at: Source, pulse: Pulse): Block[] => {
  const { column, pulse: say, shownAs } = at.words
  const sides = at.report.sides.filter(({ id }) => pulse.sides[id] !== undefined)
  return [
    words(`${say.asked(moment(pulse.openedAt))} ${shownAs[pulse.anonymity]}`),
    ...table(
      say.sides,
      [column.side, column.answers, say.said, ...ordinalColumns(at)],
      sides.map(({ id }) => [
        ...[{ side: at.side(id) }, pulse.sides[id]?.answered ?? 0, saidOf(at, pulse, id)],
        ...ordinalCells(pulse.ordinal[id]),
      ]),
    ),
    ...table(
      say.people,
      [column.member, say.said, say.why],
      (pulse.people ?? []).map(({ member, side, step, why }) => [
        ...[at.answerer(pulse, { member, side }), say.step[step], why ?? null],
      ]),
    ),
    ...sides.flatMap(({ id }) => list((pulse.reasons[id] ?? []).map(why => `${at.side(id)}: ${why}`))),
  ]
}

/** How many said which, where that is shown; else where they stand on the five steps. */
const saidOf = ({ words: { pulse: say, weighing } }: Source, { scale, steps }: Pulse, side: keyof Pulse['steps']) => {
  const cell = steps[side]
  if (cell === undefined || 'hidden' in cell) return weighing.hidden
  if (cell.mean === null) return null
  const all = stepsOf(scale)
  if (cell.marks === undefined)
    return [
      say.mean(rounded(cell.mean, MEAN_DECIMALS), all.length),
      ...(cell.spread === null || cell.n < 2 ? [] : [say.spread(rounded(cell.spread, MEAN_DECIMALS))]),
    ].join(' ')
  return all
    .map((step, i) => ({ step, count: cell.marks?.filter(mark => mark === all.length - i).length ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ step, count }) => `${say.step[step]}: ${count}`)
    .join('\n')
}
const MEAN_DECIMALS = 2
