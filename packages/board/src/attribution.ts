import type { MemberId, RoundId, SideId } from './ids.ts'
import type { Move } from './moves.ts'
import type { Member } from './people.ts'
import type { Process } from './process.ts'
import type { Report } from './report/index.ts'
import type { RoundResult } from './rounds/results.ts'
import type { Round } from './rounds/round.ts'
import { type Rules, rulesInForce } from './rules.ts'
import { tableOf } from './weighing/table.ts'

/**
 * [M34] Whether whoever reads sees the name under what was made for a side: where the ground rules attribute to sides, their
 * own side's and neutral people's alone. The record itself holds every name.
 */
export const showsName = (
  made: { readonly side: string | null },
  reader: Pick<Member, 'side'>,
  { attribution }: Pick<Rules, 'attribution'>,
): boolean => attribution === 'named' || made.side === null || made.side === reader.side

/** The sides whose names are left out for this reader. */
export const unnamedSides = (process: Process, reader: Pick<Member, 'side'>): SideId[] =>
  process.sides.map(({ id }) => id).filter(side => !showsName({ side }, reader, rulesInForce(process)))

/** What a member says for themselves. What is done for a side, or for the table, stands under a name: else it is not done. */
const PERSONAL: ReadonlySet<Move['type']> = new Set<Move['type']>([
  'interest.adopt',
  'interest.withdraw',
  'round.submit',
])

/** What a round says of names, by the rules of its opening: what was said in confidence then is not told by later rules. */
type OfNames = Pick<Round, 'attribution'>

/** [N15] Whether this reader sees who of a side answered what in a round that shows names. */
export const showsAnswersOf = (
  side: SideId,
  { attribution }: OfNames,
  { process, reader }: { process: Process; reader: Pick<Member, 'side'> },
): boolean => showsName({ side }, reader, { attribution }) && showsName({ side }, reader, rulesInForce(process))

type Person = { readonly side: SideId; readonly member: MemberId }
type WithPeople = Pick<RoundResult, 'sides'> & { readonly people?: readonly Person[] }

/**
 * A result as one reader gets it: without who answered what where the ground rules leave that out. What they said stays:
 * single marks, signals and steps, and their reasons as those of a round without names.
 */
export const resultFor = <Result extends WithPeople>(
  { people = [], ...result }: Result,
  round: OfNames,
  at: { process: Process; reader: Pick<Member, 'side'> },
): Result => {
  const [told, unnamed] = [true, false].map(is => people.filter(({ side }) => showsAnswersOf(side, round, at) === is))
  // Without the field where nobody is left, as where nobody was.
  const named = told !== undefined && told.length > 0 ? { people: told } : {}
  return { ...result, ...reasonsWith(result, unnamed ?? []), ...named } as unknown as Result
}

/** The reasons of a result with those of people who are not named, by what is said and not by who said it. */
const reasonsWith = (result: object, unnamed: readonly Person[]) => {
  if (!('reasons' in result) || unnamed.length === 0) return {}
  const reasons = result.reasons as Readonly<Record<SideId, readonly unknown[]>>
  const sorted = (all: readonly unknown[]) => [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return {
    reasons: tableOf(Object.keys(reasons) as SideId[], side =>
      sorted([...(reasons[side] ?? []), ...unnamed.filter(one => one.side === side).flatMap(reasonIn)]),
    ),
  }
}

/** What somebody said why: of a signal a reason with its parts, of a step the words alone. */
const reasonIn = (one: Person): readonly unknown[] => {
  const { member: _member, side: _side, ...said } = one
  if ('why' in said) return [said.why]
  if (!('signal' in said)) return []
  const { signal: _signal, ...reason } = said
  return Object.keys(reason).length > 0 ? [reason] : []
}

/** The report as one reader gets it: without the names that the ground rules leave out, and saying so. */
export const reportFor = (report: Report, process: Process, reader: Pick<Member, 'side'>) => {
  const unnamed: ReadonlySet<string | null> = new Set(unnamedSides(process, reader))
  const nameless = <Made extends { readonly by: unknown; readonly side: string | null }>(made: Made) =>
    unnamed.has(made.side) ? { ...made, by: null } : made
  const spoken = <Made extends { readonly by: unknown; readonly side: string | null; readonly spokenBy?: unknown }>({
    spokenBy,
    ...made
  }: Made) => ({
    ...nameless(made),
    ...(spokenBy !== undefined && { spokenBy: unnamed.has(made.side) ? null : spokenBy }),
  })
  const told = <Result extends WithPeople & { readonly round: RoundId }>(result: Result) => {
    const round = process.rounds.get(result.round)
    return round === undefined ? result : resultFor(result, round, { process, reader })
  }
  return {
    ...report,
    cards: report.cards.map(spoken),
    comments: report.comments.map(spoken),
    links: report.links.map(nameless),
    rounds: report.rounds.map(told),
    consensus: report.consensus.map(told),
    pulses: report.pulses.map(told),
    minutes: report.minutes.map(move => {
      if (move.type === 'round.release' && move.result !== undefined)
        return { ...move, result: told({ round: move.round, ...move.result }) }
      return PERSONAL.has(move.type) ? nameless(move) : move
    }),
    ...(unnamed.size > 0 && { namesLeftOut: { sides: [...unnamed], note: LEFT_OUT } }),
  }
}
const LEFT_OUT = 'By the ground rules, names of these sides are left out here. The record still holds them.'
