import type { CardId, SideId } from '../ids.ts'
import type { OptionId } from './ratings.ts'
import { tableOf } from './table.ts'

export type InterestId = CardId

/** An interest and the sides whose it is: its owner, and with a mutual interest every side that shares it. */
export type Interest = { readonly id: InterestId; readonly sides: readonly SideId[] }

/** "This option serves this interest", and the sides that confirmed it. */
export type Serves = {
  readonly option: OptionId
  readonly interest: InterestId
  readonly confirmedBy: readonly SideId[]
}

/** One side's interests before one option, each in one of three lists, in the order given. */
export type Coverage = {
  /** Served by a link that this side confirmed. */
  readonly served: readonly InterestId[]
  /** Linked by somebody, not confirmed by this side: it does not count yet. */
  readonly suggested: readonly InterestId[]
  readonly unserved: readonly InterestId[]
  /** Served, of all of them, 0..1; null for a side without interests. */
  readonly share: number | null
}

/** [Q16] What an option does for each side's interests. A link counts for a side once that side confirmed it. */
export const coverageOf = ({
  options,
  sides,
  interests,
  links,
}: {
  options: readonly OptionId[]
  sides: readonly SideId[]
  interests: readonly Interest[]
  links: readonly Serves[]
}): Readonly<Record<OptionId, Readonly<Record<SideId, Coverage>>>> =>
  tableOf(options, option => {
    const ofOption = links.filter(link => link.option === option)
    return tableOf(sides, side => coverageFor(side, interests, ofOption))
  })

const interestsOf = (side: SideId, interests: readonly Interest[]): readonly InterestId[] =>
  interests.filter(interest => interest.sides.includes(side)).map(interest => interest.id)

const coverageFor = (side: SideId, interests: readonly Interest[], links: readonly Serves[]): Coverage => {
  const own = interestsOf(side, interests)
  const linked = new Set(links.map(link => link.interest))
  const confirmed = new Set(links.filter(link => link.confirmedBy.includes(side)).map(link => link.interest))
  const served = own.filter(id => confirmed.has(id))
  return {
    served,
    suggested: own.filter(id => linked.has(id) && !confirmed.has(id)),
    unserved: own.filter(id => !linked.has(id)),
    share: own.length === 0 ? null : served.length / own.length,
  }
}

/** [Q16] The interests of a side that none of these coverages of it serves: what a package of them still owes that side. */
export const stillUnserved = ({
  side,
  interests,
  coverages,
}: {
  side: SideId
  interests: readonly Interest[]
  coverages: readonly Coverage[]
}): readonly InterestId[] => {
  const served = new Set(coverages.flatMap(coverage => coverage.served))
  return interestsOf(side, interests).filter(id => !served.has(id))
}
