import type { SideId } from './ids.ts'
import type { Move } from './moves.ts'
import { rulesInForce } from './now.ts'
import type { Member } from './people.ts'
import type { Process } from './process.ts'
import type { Report } from './report/index.ts'
import type { Rules } from './rules.ts'

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
  return {
    ...report,
    cards: report.cards.map(spoken),
    comments: report.comments.map(spoken),
    links: report.links.map(nameless),
    minutes: report.minutes.map(move => (PERSONAL.has(move.type) ? nameless(move) : move)),
    ...(unnamed.size > 0 && { namesLeftOut: { sides: [...unnamed], note: LEFT_OUT } }),
  }
}
const LEFT_OUT = 'By the ground rules, names of these sides are left out here. The record still holds them.'
