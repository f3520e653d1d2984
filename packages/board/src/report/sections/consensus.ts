import { signalsOf } from '../../rounds/consensusScales.ts'
import { type Block, heading, list, moment, type Section, type Source, table, words } from '../page.ts'
import { ordinalCells, ordinalColumns } from './ordinal.ts'

type Test = Source['report']['consensus'][number]

/** Every consensus test by itself, and in it every side by itself: nothing adds heads up. */
export const consensus = (at: Source): Section => ({
  id: 'consensus',
  title: at.words.section.consensus,
  note: at.words.consensus.note,
  blocks: [
    ...at.report.consensus.flatMap(test => [heading(titleOf(at, test)), ...told(at, test)]),
    ...(at.report.consensus.some(({ ordinal }) => Object.values(ordinal).some(own => own !== null))
      ? [words(`${at.words.ordinal.how} ${at.words.ordinal.caucus}`)]
      : []),
  ],
})

const titleOf = ({ card, words: say }: Source, { subject, releasedAt }: Test): string => {
  const option = subject.options[0]
  const thing =
    subject.agreement === undefined ? card(option?.id ?? '') : say.consensus.version(subject.agreement.version)
  return `${thing}, ${moment(releasedAt)}`
}

const told = (at: Source, test: Test): Block[] => {
  const { column, consensus: say, shownAs } = at.words
  const sides = at.report.sides.filter(({ id }) => test.sides[id] !== undefined)
  return [
    words(say.outcome[test.outcome], { strong: true }),
    words(
      [
        say.asked(say.scale[test.scale as keyof typeof say.scale], moment(test.openedAt)),
        shownAs[test.anonymity],
        ...(test.changed ? [say.changed] : []),
      ].join(' '),
    ),
    ...table(
      say.sides,
      [column.side, say.stands, column.answers, say.quorum, say.signals, ...ordinalColumns(at)],
      sides.map(({ id }) => [
        { side: at.side(id) },
        say.side[test.outcomes[id] ?? 'hidden'],
        test.sides[id]?.answered ?? 0,
        test.quorum?.[id] ?? null,
        signalsIn(at, test, id),
        ...ordinalCells(test.ordinal[id]),
      ]),
    ),
    ...table(
      say.people,
      [column.member, say.signal, say.reason, say.wouldMove],
      (test.people ?? []).map(({ member, side, signal, reason, spoken, wouldMove }) => [
        at.answerer(test, { member, side }),
        say.signalNames[signal],
        whyOf(at, { reason, spoken }) || null,
        wouldMove ?? null,
      ]),
    ),
    ...sides.flatMap(({ id }) =>
      list(
        (test.reasons[id] ?? []).map(({ reason, spoken, wouldMove }) =>
          [
            `${at.side(id)}: ${whyOf(at, { reason, spoken })}`,
            ...(wouldMove === undefined ? [] : [`${say.wouldMove}: ${wouldMove}`]),
          ].join(' / '),
        ),
      ),
    ),
  ]
}

/** What was written, and that it was said aloud. */
const whyOf = ({ words: { consensus: say } }: Source, { reason, spoken }: Why): string =>
  [...(reason === undefined ? [] : [reason]), ...(spoken === true ? [say.spoken] : [])].join(' ')
type Why = { readonly reason?: string | undefined; readonly spoken?: true | undefined }

const signalsIn = ({ words: say }: Source, { scale, signals }: Test, side: keyof Test['signals']): string | null => {
  const counts = signals[side] ?? {}
  const given = signalsOf(scale).filter(signal => counts[signal] !== undefined)
  return given.length === 0
    ? null
    : given.map(signal => `${say.consensus.signalNames[signal]}: ${counts[signal]}`).join('\n')
}
