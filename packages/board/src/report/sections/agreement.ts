import { type Block, heading, moment, type Section, type Source, table, words } from '../page.ts'
import { commentsOn } from './comments.ts'

type Told = Source['report']['agreement']

/** Always as tentative, in whatever state it is. */
export const agreement = (at: Source): Section => {
  const told = at.report.agreement
  const { agreement: say, section } = at.words
  const state = told.version === null ? say.draft : say[told.state === 'agreed' ? 'agreed' : 'proposed'](told.version)
  return {
    id: 'agreement',
    title: section.agreement,
    note: at.words.tentative,
    blocks: [
      words(state),
      ...(told.text === '' ? [] : [words(told.text, { kept: true })]),
      ...(told.hash === null ? [] : [words(`${at.words.column.hash}: ${told.hash}`)]),
      ...signatures(at, told),
      ...votes(at, told),
      ...(told.draft === null ? [] : [words(say.edited), words(told.draft, { kept: true })]),
      ...versions(at, told),
      ...commentsOn(at, about => about === 'agreement'),
    ],
  }
}

const nameOf = ({ report }: Source, id: string) => report.members.find(member => member.id === id)?.name ?? id

/** Names stand here whatever the ground rules say of attribution: a signature without a name is none. */
const signatures = (at: Source, { signers, signatures: given }: Told): Block[] => {
  const { column, agreement: say } = at.words
  const rows = signers.map(({ member, side }) => {
    const signature = given.find(one => one.member === member)
    return [
      ...[nameOf(at, member), { side: at.side(side) }, signature?.capacity ?? null],
      signature === undefined ? say.unsigned : moment(signature.at),
    ]
  })
  return rows.length === 0
    ? []
    : [
        heading(say.signatures),
        ...table(say.signatures, [column.member, column.side, column.capacity, column.signedAt], rows),
      ]
}

const votes = (at: Source, { ratifications }: Told): Block[] => {
  const { column, agreement: say } = at.words
  return table(
    say.votes,
    [column.body, column.for, column.against, column.side, column.when],
    ratifications.map(({ body, for: yes, against, side, at: when }) => [
      ...[body, yes, against, { side: at.side(side) }, moment(when)],
    ]),
  )
}

const versions = (at: Source, { versions: all }: Told): Block[] => {
  const { column, agreement: say } = at.words
  return table(
    say.versions,
    [column.version, column.when, column.by, say.signatures, column.hash],
    all.map(({ version, at: when, by, signatures: given, hash }) => [
      ...[version, moment(when), at.who(by), given.map(({ member }) => nameOf(at, member)).join('\n'), hash],
    ]),
  )
}
