import { actsFor, keptOut, mayInvite, mayOpenBoard } from '@jointly/board'
import type { BoardEntry, Invitation, Team } from '@jointly/protocol'
import type { Request as HttpRequest, Response } from 'express'
import { openBoard } from '../moves/openBoard.ts'
import { SESSION_COOKIE } from '../people/credentials.ts'
import { deviceOf } from '../people/device.ts'
import type { Credentials } from '../people/door.ts'
import type { Joined } from '../people/membership.ts'
import { SESSION_MS } from '../people/sessions.ts'
import { newToken } from '../people/tokens.ts'
import type { BoardRecord, InvitationRecord, MemberRecord, TeamRecord } from '../storage/storage.ts'
import { addressesOf } from './addresses.ts'
import { orRefuse, Refusal } from './refusal.ts'
import type { Handlers } from './routes.ts'
import type { Services } from './services.ts'

type TeamHandlers = Pick<
  Handlers,
  | 'createTeam'
  | 'team'
  | 'invite'
  | 'invitations'
  | 'revokeInvitation'
  | 'invitation'
  | 'acceptInvitation'
  | 'me'
  | 'signOut'
  | 'sessions'
  | 'endSession'
  | 'endOtherSessions'
  | 'returnLink'
  | 'changeMember'
  | 'removeMember'
  | 'accept'
  | 'dismiss'
  | 'createBoard'
>

const teamReply = ({ id, name, sides }: TeamRecord): Team => ({ id, name, sides: [...sides] })
export const memberReply = ({ team: _team, ...member }: MemberRecord) => member
const invitationReply = ({
  codeHash: _hash,
  team: _team,
  member: _member,
  ...invitation
}: InvitationRecord): Invitation => invitation

export const teamHandlers = (services: Services): TeamHandlers => {
  const { door, roll, invitations, sessions, membership, storage, rooms, clock, settings } = services

  /** The browser's session, kept if it still is one; else a new one. A program with a bearer token needs none. */
  const cookieFor = async (credentials: Credentials): Promise<string | null> => {
    if (credentials.source === 'bearer') return null
    return (await door.session(credentials)) === null ? newToken() : credentials.token
  }

  const joined = ({ team, member, token }: Joined, cookie: string | null, response: Response) => {
    if (cookie !== null)
      response.cookie(SESSION_COOKIE, cookie, {
        httpOnly: true,
        sameSite: 'lax',
        secure: settings.publicUrl?.startsWith('https:') ?? false,
        maxAge: SESSION_MS,
        path: '/',
      })
    return { team: teamReply(team), member: memberReply(member), token }
  }

  const addressesFor = (request: Pick<HttpRequest, 'headers'>) => addressesOf(request, settings)

  const entryOf = async (board: BoardRecord): Promise<BoardEntry> => {
    const step = await rooms.use({ kind: 'minutes', board: board.id }, minutes => minutes.process.stage.step)
    // The joint document alone: that somebody was admitted is no work on a board.
    const { at } = await storage.head(`joint:${board.id}`)
    const lastActivity = at === '' ? board.createdAt : at
    return { ...board, step, lastActivity }
  }

  const mine = async (credentials: Credentials): Promise<MemberRecord[]> => {
    const session = await door.session(credentials)
    const found = await Promise.all((session?.members ?? []).map(id => storage.member(id)))
    return found.filter(member => member !== null && !member.left) as MemberRecord[]
  }

  /** Who can admit somebody who waits, or accept them for the sides that have yet to. */
  const waitsFor = async ({ admitted, side, awaits = [], team }: MemberRecord): Promise<string[]> => {
    const sides = admitted || side === null ? awaits : [side, ...awaits]
    if (sides.length === 0) return []
    const members = await storage.members(team)
    return members.filter(member => sides.some(one => actsFor(member, one, members))).map(member => member.name)
  }

  return {
    createTeam: async ({ body, credentials, http }) => {
      if (!settings.openSignup) throw new Refusal('signup_closed')
      const cookie = await cookieFor(credentials)
      return joined(
        await membership.makeTeam(body, { cookie, device: deviceOf(http.request.headers['user-agent']) }),
        cookie,
        http.response,
      )
    },

    team: async ({ params, credentials }) => {
      const { team, member } = orRefuse(await door.atTeam(credentials, params.id))
      const members = await storage.members(team.id)
      const boards = await Promise.all((await storage.boards(team.id)).map(entryOf))
      return { team: teamReply(team), you: memberReply(member), members: members.map(memberReply), boards }
    },

    invite: async ({ params, body, credentials, http }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      if (body.expiresAt !== undefined && Date.parse(body.expiresAt) <= clock())
        throw new Refusal('bad_request', { errors: [{ path: 'expiresAt', message: 'is in the past' }] })
      const address = addressesFor(http.request)
      const { invitation, code } = orRefuse(await invitations.invite(at, body))
      return { invitation: { ...invitationReply(invitation), code, url: address(`/join/${code}`).href } }
    },

    invitations: async ({ params, credentials }) => {
      const { team, member } = orRefuse(await door.atTeam(credentials, params.id))
      const table = { sides: team.sides, members: await storage.members(team.id) }
      const all = await storage.invitations(team.id)
      const known = all.filter(one => one.member === null && (one.by === member.id || mayInvite(member, one, table)))
      return { invitations: known.map(invitationReply) }
    },

    revokeInvitation: async ({ params, credentials }) => {
      const { team, member } = orRefuse(await door.atTeam(credentials, params.id))
      const table = { sides: team.sides, members: await storage.members(team.id) }
      const invitation = (await storage.invitations(team.id)).find(one => one.id === params.iid && one.member === null)
      if (invitation === undefined) throw new Refusal('no_such')
      if (invitation.by !== member.id && !mayInvite(member, invitation, table)) throw new Refusal('not_co_chair')
      await invitations.revoke(invitation.id)
      return undefined
    },

    invitation: async ({ params, credentials, http }) => {
      const invitation = orRefuse(await invitations.behind(params.code))
      const team = await storage.team(invitation.team)
      const by = await storage.member(invitation.by)
      if (team === null || by === null) throw new Refusal('no_such')
      const already = (await mine(credentials)).filter(member => member.team === team.id)
      return {
        kind: invitation.member === null ? 'join' : 'return',
        team: { name: team.name },
        role: invitation.role,
        side: team.sides.find(side => side.id === invitation.side) ?? null,
        name: invitation.name,
        by: by.name,
        host: addressesFor(http.request)('/').host,
        waits: await invitations.waits(invitation),
        awaits: await invitations.awaits(invitation, team),
        already: already.map(memberReply),
      }
    },

    acceptInvitation: async ({ params, body, credentials, http }) => {
      const cookie = await cookieFor(credentials)
      const accepted = orRefuse(
        await membership.join(params.code, body.name, { cookie, device: deviceOf(http.request.headers['user-agent']) }),
      )
      const boards = await storage.boards(accepted.team.id)
      const only = boards.length === 1 ? (boards[0]?.id ?? null) : null
      return { ...joined(accepted, cookie, http.response), board: only }
    },

    me: async ({ credentials }) => {
      const memberships = await Promise.all(
        (await mine(credentials)).map(async member => {
          const team = await storage.team(member.team)
          return team === null
            ? []
            : [{ team: teamReply(team), member: memberReply(member), waitsFor: await waitsFor(member) }]
        }),
      )
      return { memberships: memberships.flat(), openSignup: settings.openSignup }
    },

    signOut: async ({ credentials, http }) => {
      const session = await door.session(credentials)
      if (session !== null) {
        await storage.commit({ changes: [{ drop: 'session', tokenHash: session.tokenHash }] })
        rooms.endSession(session.tokenHash)
      }
      http.response.clearCookie(SESSION_COOKIE, { path: '/' })
      return undefined
    },

    sessions: async ({ params, credentials }) => ({
      sessions: await sessions.of(orRefuse(await door.atTeam(credentials, params.id))),
    }),

    endSession: async ({ params, credentials }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      if (!(await sessions.end(at, params.session))) throw new Refusal('no_such')
      return undefined
    },

    endOtherSessions: async ({ params, credentials }) => {
      await sessions.endOthers(orRefuse(await door.atTeam(credentials, params.id)))
      return undefined
    },

    returnLink: async ({ params, credentials, http }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      const address = addressesFor(http.request)
      const { code, expiresAt } = orRefuse(await invitations.returnLink(at, params.mid))
      return { url: address(`/return/${code}`).href, expiresAt }
    },

    changeMember: async ({ params, body, credentials }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      return { member: memberReply(orRefuse(await membership.change(at, params.mid, body))) }
    },

    removeMember: async ({ params, credentials }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      orRefuse(await membership.remove(at, params.mid))
      return undefined
    },

    accept: async ({ params, credentials }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      return { member: memberReply(orRefuse(await membership.hear(at, params.mid, 'yes'))) }
    },

    dismiss: async ({ params, credentials }) => {
      const at = orRefuse(await door.atTeam(credentials, params.id))
      return { member: memberReply(orRefuse(await membership.hear(at, params.mid, 'no'))) }
    },

    createBoard: async ({ params, body, credentials }) => {
      const { team, member } = orRefuse(await door.atTeam(credentials, params.id))
      const out = keptOut(member, 'board')
      if (out !== null) throw new Refusal(out)
      if (!mayOpenBoard(member, { sides: team.sides, members: await storage.members(team.id) }))
        throw new Refusal('not_facilitator')
      // In turn: whoever joins meanwhile is told to the new board's minutes as well.
      const opened = await roll.inTurn(() => openBoard({ rooms, storage, clock, team, by: member, ...body }))
      const { team: _team, ...board } = orRefuse(opened)
      return { board: { ...board, team: team.id } }
    },
  }
}
