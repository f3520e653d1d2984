import { inForce, type MemberId } from '@jointly/board'
import { call, ProblemError } from '../session/api.ts'

/** Where a known member belongs: on the team's only board, else on the team's page; who still waits, there too. */
export const placeOf = async (member: MemberId): Promise<string> => {
  const { memberships } = await call('me')
  const mine = memberships.find(one => one.member.id === member)
  if (mine === undefined) return '/'
  const team = `/team/${mine.team.id}?as=${member}`
  if (!inForce(mine.member)) return team
  const { boards } = await call('team', { params: { id: mine.team.id }, as: member }).catch((error: unknown) => {
    // Not admitted, or removed meanwhile: the team's page says so.
    if (error instanceof ProblemError && error.code !== 'offline') return { boards: [] }
    throw error
  })
  const [only, ...more] = boards
  return only !== undefined && more.length === 0 ? `/board/${only.id}?as=${member}` : team
}
