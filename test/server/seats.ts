import type { BoardId, Member, Role, SideId } from '@jointly/board'
import { MANAGEMENT, UNION } from '@jointly/board/testing'
import type { Reply } from '@jointly/protocol'
import { type Asked, acceptAll, ask, call, type Person, type World } from '../world.ts'

/** Somebody as their browser knows them: the token that speaks for them alone, and the cookie. */
export type Seated = Person & { readonly cookie: string }

export type Link = {
  readonly role: Role
  readonly side?: SideId | null
  readonly uses?: number
  readonly expiresAt?: string
}

export const cookieOf = ({ headers }: Asked): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? ''

/** Comes in by a link, as a browser that was never here. */
export const join = async ({ url }: Pick<World, 'url'>, code: string, name: string): Promise<Seated> => {
  const asked = await ask(url, 'acceptInvitation', { params: { code }, body: { name } })
  const { member, token } = asked.body as Reply<'acceptInvitation'>
  if (asked.status !== 201) throw new Error(`${name} does not come in: ${JSON.stringify(asked.body)}`)
  return { member, token, cookie: cookieOf(asked) }
}

export const invite = ({ url }: Pick<World, 'url'>, by: Person, team: Member['id'] | string, link: Link) =>
  call(url, 'invite', { token: by.token, params: { id: team as never }, body: link }).then(made => made.invitation)

/** The people of the fictional case: two of each side with a co-chair, a facilitator, and two who are not counted. */
export const seatTable = async (world: World, { fay }: { fay?: Seated } = {}) => {
  const { url } = world
  const maker = fay ?? (await makeTeam(world))
  const team = (await call(url, 'me', { token: maker.token })).memberships[0]?.team.id
  if (team === undefined) throw new Error('the maker has no team')
  const chairs: Person[] = []
  /** As they come: an observer or a facilitator who was not brought by every side waits. */
  const seatAsTheyCome = async (name: string, by: Person, link: Link): Promise<Seated> =>
    join(world, (await invite(world, by, team, link)).code, name)
  /** And every co-chair says yes to them. */
  const seat = async (...whom: Parameters<typeof seatAsTheyCome>): Promise<Seated> => {
    const seated = await seatAsTheyCome(...whom)
    const { awaits, ...member } = seated.member
    if (member.role === 'co-chair' && member.admitted) chairs.push(seated)
    if (member.role === 'co-chair') await acceptAll(world, team, chairs)
    else if (awaits !== undefined) await acceptAll(world, team, chairs, ({ id }) => id === member.id)
    return { ...seated, member }
  }

  const ana = await seat('Ana', maker, { role: 'co-chair', side: UNION })
  const max = await seat('Max', maker, { role: 'co-chair', side: MANAGEMENT })
  const ugo = await seat('Ugo', ana, { role: 'member', side: UNION })
  const mia = await seat('Mia', max, { role: 'member', side: MANAGEMENT })
  const gus = await seat('Gus', ana, { role: 'guest', side: UNION })
  const obi = await seat('Obi', maker, { role: 'observer' })
  const openBoard = async (title = 'Cover for absent teachers'): Promise<BoardId> =>
    (await call(url, 'createBoard', { token: maker.token, params: { id: team }, body: { title } })).board.id
  const board = await openBoard()
  return { team, board, seat, seatAsTheyCome, openBoard, fay: maker, ana, max, ugo, mia, gus, obi }
}
export type Table = Awaited<ReturnType<typeof seatTable>>

export const makeTeam = async (
  { url }: Pick<World, 'url'>,
  name = 'Lincoln School',
  yourName = 'Fay',
): Promise<Seated> => {
  const asked = await ask(url, 'createTeam', { body: { name, yourName } })
  const { member, token } = asked.body as Reply<'createTeam'>
  return { member, token, cookie: cookieOf(asked) }
}
