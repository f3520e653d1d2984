import type { MemberId, SideId } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import { ask, call, startWorld, type World } from '../world.ts'
import { invite, join, makeTeam, type Seated, seatTable, type Table } from './seats.ts'

/** Whoever may come to the door, one of each kind. `bad` and `nobody` have no seat anywhere; a made-up id stands for theirs. */
export const COLUMNS = [
  'nobody',
  'bad',
  'expired',
  'other',
  'waiting',
  'awaited',
  'left',
  'out',
  'observer',
  'guest',
  'member',
  'manager',
  'co-chair',
  'facilitator',
] as const
export type Column = (typeof COLUMNS)[number]

export type Who = {
  readonly token: string | null
  readonly cookie: string
  readonly id: MemberId
  readonly side: SideId | null
}
export type Crowd = Table & World & { readonly who: Record<Column, Who> }

const DAY_MS = 24 * 3600 * 1000
const NOBODY = 'nobody-at-all' as MemberId

/** A team with everybody in it, beside it a stranger, and before its door those who are out. */
export const gather = async (): Promise<Crowd> => {
  let now = Date.now() - 181 * DAY_MS
  const world = await startWorld({ clock: () => now })
  const maker = await makeTeam(world)
  const team = (await call(world.url, 'me', { token: maker.token })).memberships[0]?.team.id as string
  const expired = await join(world, (await invite(world, maker, team, { role: 'member', side: UNION })).code, 'Eve')
  const later = new Date(now + 365 * DAY_MS).toISOString()
  const { code } = await invite(world, maker, team, { role: 'facilitator', expiresAt: later })
  now = Date.now()

  const table = await seatTable(world, { fay: await join(world, code, 'Fay') })
  const other = await makeTeam(world, 'Hill School', 'Olga')
  const waiting = await table.seat('Wes', table.ugo, { role: 'member', side: UNION })
  const awaited = await table.seatAsTheyCome('Oda', table.fay, { role: 'observer' })
  const left = await table.seat('Liz', table.ana, { role: 'member', side: UNION })
  await call(world.url, 'removeMember', { token: table.ana.token, params: { id: table.team, mid: left.member.id } })
  const out = await table.seat('Sam', table.ana, { role: 'member', side: UNION })
  await ask(world.url, 'signOut', { token: out.token })
  await ask(world.url, 'signOut', { headers: { cookie: out.cookie } })

  const seated = {
    expired,
    other,
    waiting,
    awaited,
    left,
    out,
    observer: table.obi,
    guest: table.gus,
    member: table.ugo,
  }
  const leading = { manager: table.mia, 'co-chair': table.ana, facilitator: table.fay }
  const who = {
    nobody: { token: null, cookie: '', id: NOBODY, side: null },
    bad: { token: 'no-such-token', cookie: 'jointly_session=no-such-cookie', id: NOBODY, side: null },
    ...(Object.fromEntries(
      Object.entries({ ...seated, ...leading }).map(([column, { member, ...secrets }]: [string, Seated]) => [
        column,
        { ...secrets, id: member.id, side: member.side },
      ]),
    ) as Record<Exclude<Column, 'nobody' | 'bad'>, Who>),
  }
  return { ...table, ...world, who }
}

/** A row of a table as what each column expects. */
export const cellsOf = (row: string): Record<Column, string> => {
  const cells = row.trim().split(/\s+/)
  if (cells.length !== COLUMNS.length) throw new Error(`this row has ${cells.length} cells: ${row}`)
  return Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i]])) as Record<Column, string>
}
