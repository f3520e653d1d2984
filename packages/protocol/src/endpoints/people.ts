import { BoardId, Member, PersonName, Role, Side, SideId, Sides, TeamId } from '@jointly/board'
import { z } from 'zod'
import { type Endpoint, Instant, Params, Title } from '../parts.ts'
import { BoardEntry, Invitation, Session, Team } from '../shapes.ts'

const Joined = z.object({ team: Team, member: Member, token: z.string() })

/** Teams, who is in them and how one comes in, and where one is signed in. */
export const PEOPLE = {
  createTeam: {
    method: 'POST',
    path: '/api/teams',
    request: z.strictObject({ name: Title, yourName: PersonName, sides: Sides.optional() }),
    reply: Joined,
    status: 201,
  },
  team: {
    method: 'GET',
    path: '/api/teams/:id',
    params: Params.team,
    reply: z.object({ team: Team, you: Member, members: z.array(Member), boards: z.array(BoardEntry) }),
    status: 200,
  },
  invite: {
    method: 'POST',
    path: '/api/teams/:id/invitations',
    params: Params.team,
    request: z.strictObject({
      role: Role,
      side: SideId.nullish(),
      name: PersonName.optional(),
      uses: z.number().int().min(1).max(500).optional(),
      expiresAt: Instant.optional(),
    }),
    reply: z.object({ invitation: Invitation.extend({ code: z.string(), url: z.string() }) }),
    status: 201,
  },
  invitations: {
    method: 'GET',
    path: '/api/teams/:id/invitations',
    params: Params.team,
    reply: z.object({ invitations: z.array(Invitation) }),
    status: 200,
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/api/teams/:id/invitations/:iid',
    params: Params.invitation,
    reply: null,
    status: 204,
  },
  invitation: {
    method: 'GET',
    path: '/api/invitations/:code',
    params: Params.code,
    /** `return` invites a known member back; `waits`: a co-chair of the side will have to admit. */
    reply: z.object({
      kind: z.enum(['join', 'return']),
      team: z.object({ name: z.string() }),
      role: Role,
      side: Side.nullable(),
      name: z.string().nullable(),
      by: z.string(),
      host: z.string(),
      waits: z.boolean(),
      /** The sides that will have to accept whoever comes by it. */
      awaits: z.array(Side),
      /** Members whom this browser already is in that team, so that one need not join twice. */
      already: z.array(Member),
    }),
    status: 200,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitations/:code/accept',
    params: Params.code,
    request: z.strictObject({ name: PersonName.optional() }),
    reply: Joined.extend({
      /** Where to go: the team's only board, or null for the team page. */
      board: BoardId.nullable(),
    }),
    status: 201,
  },
  me: {
    method: 'GET',
    path: '/api/me',
    /** `waitsFor`: the names of those who can admit a member who is not yet. */
    reply: z.object({
      memberships: z.array(z.object({ team: Team, member: Member, waitsFor: z.array(z.string()) })),
      openSignup: z.boolean(),
    }),
    status: 200,
  },
  signOut: { method: 'POST', path: '/api/sign-out', reply: null, status: 204 },
  /** Where one is signed in as the acting member, the latest use first. */
  sessions: {
    method: 'GET',
    path: '/api/teams/:id/sessions',
    params: Params.team,
    reply: z.object({ sessions: z.array(Session) }),
    status: 200,
  },
  endSession: {
    method: 'DELETE',
    path: '/api/teams/:id/sessions/:session',
    params: z.object({ id: TeamId, session: z.string().max(64) }),
    reply: null,
    status: 204,
  },
  /** Signs the acting member out everywhere but here; return links made for them end too. */
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/teams/:id/sessions',
    params: Params.team,
    reply: null,
    status: 204,
  },
  returnLink: {
    method: 'POST',
    path: '/api/teams/:id/members/:mid/return-link',
    params: Params.member,
    reply: z.object({ url: z.string(), expiresAt: Instant }),
    status: 201,
  },
  changeMember: {
    method: 'PATCH',
    path: '/api/teams/:id/members/:mid',
    params: Params.member,
    request: z
      .strictObject({ role: Role.optional(), side: SideId.nullable().optional(), admitted: z.literal(true).optional() })
      .refine(change => Object.keys(change).length > 0, 'nothing to change'),
    reply: z.object({ member: Member }),
    status: 200,
  },
  removeMember: {
    method: 'DELETE',
    path: '/api/teams/:id/members/:mid',
    params: Params.member,
    reply: null,
    status: 204,
  },
  /** One side's yes to a facilitator or an observer, by whoever acts for it. */
  accept: {
    method: 'POST',
    path: '/api/teams/:id/members/:mid/acceptance',
    params: Params.member,
    reply: z.object({ member: Member }),
    status: 200,
  },
  /** One side's no, at any time; they act and read no more until it accepts them again. */
  dismiss: {
    method: 'DELETE',
    path: '/api/teams/:id/members/:mid/acceptance',
    params: Params.member,
    reply: z.object({ member: Member }),
    status: 200,
  },
} as const satisfies Record<string, Endpoint>
