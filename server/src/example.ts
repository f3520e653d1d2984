import { type Member, MemberId, newId, SideId, Sides, StepId, TeamId } from '@jointly/board'
import { CASES } from '@jointly/board/cases'
import type { Services } from './http/services.ts'
import { openBoard } from './moves/openBoard.ts'
import { takeMove } from './moves/takeMove.ts'
import type { MemberRecord, TeamRecord } from './storage/storage.ts'

const SETTING = 'example-team'
const CASE = 'substitute-cover'
/** Every start prints fresh links (their codes are kept as hashes only); earlier ones go on working until they end. */
const LINK_MS = 30 * 24 * 3600 * 1000
const LINK_USES = 200

const LINKS = [
  { label: 'facilitator', role: 'facilitator', side: null },
  { label: 'union', role: 'member', side: SideId.parse('union') },
  { label: 'management', role: 'member', side: SideId.parse('management') },
] as const

export type PracticeLink = { readonly label: string; readonly url: string }

/**
 * The practice team: the fictional case on a board, and a link for each of three parts. An empty data folder gets one. The
 * people of the case are members without a co-chair among them, so that whoever comes by a link is in at once and may do
 * for a side what a co-chair would.
 */
export const practiceLinks = async (services: Services, url: string): Promise<PracticeLink[]> => {
  const { storage, invitations } = services
  const known = await storage.setting(SETTING)
  if (known === null && !(await storage.isEmpty())) return []
  const team = known === null ? await makeTeam(services) : await storage.team(TeamId.parse(known))
  if (team === null) return []
  const fay = (await storage.members(team.id)).find(member => member.role === 'facilitator' && !member.left)
  if (fay === undefined) return []
  const expiresAt = new Date(services.clock() + LINK_MS).toISOString()
  const links = LINKS.map(async ({ label, role, side }) => {
    const made = await invitations.invite({ team, member: fay }, { role, side, uses: LINK_USES, expiresAt })
    return 'refused' in made ? [] : [{ label, url: `${url}/join/${made.code}` }]
  })
  return (await Promise.all(links)).flat()
}

const makeTeam = async ({ storage, rooms, clock }: Services): Promise<TeamRecord> => {
  const worked = CASES.get(CASE)
  if (worked === undefined) throw new Error(`the case ${CASE} is missing`)
  const at = new Date(clock()).toISOString()
  const names = new Map(worked.sides.map(side => [side.id, side.name]))
  const sides = Sides.parse([
    { id: 'union', name: names.get(SideId.parse('union')), letter: 'U', shape: 'circle', decides: true },
    { id: 'management', name: names.get(SideId.parse('management')), letter: 'M', shape: 'square', decides: true },
  ])
  const team: TeamRecord = { id: newId(TeamId), name: 'Lincoln School (practice)', sides, createdAt: at }
  const members = worked.people.map(
    ({ name, side, role }): MemberRecord => ({
      id: newId(MemberId),
      team: team.id,
      name,
      role: role === 'co-chair' ? 'member' : role,
      side,
      admitted: true,
    }),
  )
  await storage.commit({
    changes: [{ put: 'team', team }, ...members.map(member => ({ put: 'member', member }) as const)],
  })
  const cast = new Map(members.map(member => [member.name, { by: member.id, side: member.side }]))
  const by = members.find(member => member.role === 'facilitator') as Member
  const opening = { title: worked.title, case: worked.id, practice: true, cast }
  const board = await openBoard({ rooms, storage, clock, team, by, ...opening })
  if ('refused' in board) throw new Error(`the case ${CASE} cannot be laid: ${board.refused}`)
  // Where a newcomer has something to say at once.
  const request = { type: 'stage.open', stage: StepId.parse('interests') } as const
  await takeMove({ rooms, storage, clock, board: board.id, member: by, request })
  await storage.commit({ changes: [{ put: 'setting', key: SETTING, value: team.id }] })
  return team
}
