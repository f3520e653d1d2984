import { actsFor, type Caucus, type Member, mayBeInvited, present, ROLES, type Side } from '@jointly/board'
import { useGuests } from '../session/guests.ts'
import { useMe, useProcess, useSession } from '../session/hooks.ts'

export type MyCaucus = {
  readonly side: Side
  /** Everybody who can read it, by the minutes and by whom the side has asked in. */
  readonly readers: readonly Member[]
  /** This person is in it as a guest: reads and writes, and announces and decides nothing of it. */
  readonly isGuest: boolean
  /** This person decides about it: writing, purging, guests. */
  readonly runs: boolean
  /** What the side has announced at the table, or null: it has not left it. */
  readonly called: Caucus | null
  /** Its address, in the name of this person. */
  readonly href: string
}

/** The caucus of one's own side; null for whoever stands for no side, and for a guest who is not in it. */
export const useMyCaucus = (): MyCaucus | null => {
  const me = useMe()
  const { sides, members, caucuses } = useProcess()
  const { opened, id, place } = useSession()
  const guests = useGuests()
  const side = sides.find(one => one.id === me.side)
  if (side === undefined) return null
  const isGuest = mayBeInvited(me, side.id)
  if (isGuest ? place.document.kind !== 'caucus' : !ROLES[me.role].counted) return null
  const everybody = [...members.values()]
  return {
    side,
    readers: present(everybody).filter(
      one => one.side === side.id && (ROLES[one.role].counted || guests.includes(one.id)),
    ),
    isGuest,
    runs: actsFor(me, side.id, everybody),
    called: caucuses.get(side.id) ?? null,
    href: `/board/${opened.board.id}/caucus?as=${id}`,
  }
}
