import { actsFor, type Caucus, type Member, present, ROLES, type Side } from '@jointly/board'
import { useMe, useProcess, useSession } from '../session/hooks.ts'

export type MyCaucus = {
  readonly side: Side
  /** Everybody who can read it, by the minutes. */
  readonly readers: readonly Member[]
  /** This person decides about it: writing, purging. */
  readonly runs: boolean
  /** What the side has announced at the table, or null: it has not left it. */
  readonly called: Caucus | null
  /** Its address, in the name of this person. */
  readonly href: string
}

/** The caucus of one's own side; null for whoever stands for no side. */
export const useMyCaucus = (): MyCaucus | null => {
  const me = useMe()
  const { sides, members, caucuses } = useProcess()
  const { opened, id } = useSession()
  const side = sides.find(one => one.id === me.side)
  if (side === undefined || !ROLES[me.role].counted) return null
  const everybody = [...members.values()]
  return {
    side,
    readers: present(everybody).filter(one => one.side === side.id && ROLES[one.role].counted),
    runs: actsFor(me, side.id, everybody),
    called: caucuses.get(side.id) ?? null,
    href: `/board/${opened.board.id}/caucus?as=${id}`,
  }
}
