import type { SideId } from './ids.ts'
import { countOf, decidingSides, speaksFor } from './people.ts'
import type { Process } from './process.ts'
import type { CardView } from './view.ts'
import { wordingOf } from './wording.ts'

/** What one other side says of an interest: how many of how many, whether for this wording, whether confirmed. */
export type SideStanding = {
  readonly side: SideId
  /** Members whose "this matters to us too" is for the present wording. */
  readonly adopted: number
  /** Members who said it of an earlier wording and have not renewed it. */
  readonly earlier: number
  readonly of: number
  readonly confirmed: 'now' | 'earlier' | 'no'
}

export type Standing = { readonly sides: readonly SideStanding[]; readonly mutual: boolean }

/** [V4] An interest is mutual once somebody who acts for every deciding side has confirmed the present wording. */
export const isMutual = (card: CardView, process: Process): boolean => {
  const confirmations = process.confirmations.get(card.id)
  if (card.kind !== 'interest' || confirmations === undefined) return false
  const wording = wordingOf(card)
  const deciding = decidingSides(process.sides)
  return deciding.length > 0 && deciding.every(id => confirmations.get(id)?.wording === wording)
}

/**
 * [V4] How an interest stands with each side; counts alone never make it mutual. Adoptions of people who have left no
 * longer count.
 */
export const standingOf = (card: CardView, process: Process): Standing => {
  const wording = wordingOf(card)
  const adoptions = [...(process.adoptions.get(card.id)?.values() ?? [])].filter(({ member, side }) => {
    const who = process.members.get(member)
    return who?.admitted === true && !who.left && speaksFor(who) === side
  })
  const sides = process.sides.map(({ id }): SideStanding => {
    const ofSide = adoptions.filter(said => said.side === id)
    const confirmation = process.confirmations.get(card.id)?.get(id)
    return {
      side: id,
      adopted: ofSide.filter(said => said.wording === wording).length,
      earlier: ofSide.filter(said => said.wording !== wording).length,
      of: countOf(id, process.members.values()),
      confirmed: confirmation === undefined ? 'no' : confirmation.wording === wording ? 'now' : 'earlier',
    }
  })
  return { sides, mutual: isMutual(card, process) }
}
