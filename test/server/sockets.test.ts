import { CLOSE } from '@jointly/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, openScreen, type Screen, synced } from '../world.ts'
import { docWithCard } from './craft.ts'
import { COLUMNS, type Crowd, cellsOf, gather, type Who } from './crowd.ts'
import { openWire, writes } from './wire.ts'

/** Who may open which document, and write it: `in`, `saved`, or the final close code that the socket is refused with. */
const CONNECT = {
  //                       nobody bad  expired other waiting awaited left out  observer guest member manager co-chair facilitator
  joint:
    '                 4401   4401 4401    4403  4403    4403    4403 4401 in       in    in     in      in       in',
  minutes:
    '               4401   4401 4401    4403  4403    4403    4403 4401 in       in    in     in      in       in',
  'caucus:union':
    '        4401   4401 4401    4403  4403    4403    4403 4401 4403     4403  in     4403    in       4403',
  'caucus:management':
    '   4401   4401 4401    4403  4403    4403    4403 4401 4403     4403  4403   in      4403     4403',
  'caucus:community':
    '    4401   4401 4401    4403  4403    4403    4403 4401 4404     4404  4404   4404    4404     4404',
  "one's own draft":
    '     4401   4401 4401    4403  4403    4403    4403 4401 4403     4403  4403   4403    4403     4403',
  'a board that is not':
    ' 4401   4401 4401    4404  4404    4404    4404 4401 4404     4404  4404   4404    4404     4404',
} as const
const WRITE = {
  //                       nobody bad  expired other waiting awaited left out  observer guest member manager co-chair facilitator
  joint:
    '                 4401   4401 4401    4403  4403    4403    4403 4401 4409     saved saved  saved   saved    saved',
  minutes:
    '               4401   4401 4401    4403  4403    4403    4403 4401 4409     4409  4409   4409    4409     4409',
  'caucus:union':
    '        4401   4401 4401    4403  4403    4403    4403 4401 4403     4403  saved  4403    saved    4403',
  'caucus:management':
    '   4401   4401 4401    4403  4403    4403    4403 4401 4403     4403  4403   saved   4403     4403',
} as const
type Which = keyof typeof CONNECT

/** The reason behind each code, as this door says it. */
const REASONS: Record<string, readonly string[]> = {
  4401: ['sign_in'],
  4403: ['not_yours', 'not_admitted', 'not_accepted'],
  4404: ['no_such'],
  4409: ['read_only'],
}

let crowd: Crowd
beforeAll(async () => {
  crowd = await gather()
})
afterAll(() => crowd.stop())

const NAMES: Record<Which, (board: string, who: Who) => string> = {
  joint: board => `joint:${board}`,
  minutes: board => `minutes:${board}`,
  'caucus:union': board => `caucus:${board}:union`,
  'caucus:management': board => `caucus:${board}:management`,
  'caucus:community': board => `caucus:${board}:community`,
  "one's own draft": (board, { id }) => `draft:${board}:${id}`,
  'a board that is not': () => 'joint:no-such-board',
}

const told = (outcome: 'in' | 'saved' | { code: number; reason: string }): string => {
  if (typeof outcome === 'string') return outcome
  return REASONS[outcome.code]?.includes(outcome.reason) ? String(outcome.code) : JSON.stringify(outcome)
}

const OPENINGS = Object.entries(CONNECT)
const WRITINGS = Object.entries(WRITE)

test.each(OPENINGS)('[I2] who may open %s', async (which, row) => {
  const outcomes = COLUMNS.map(async column => {
    const who = crowd.who[column]
    const screen = openScreen(crowd, who, NAMES[which as Which](crowd.board, who))
    const outcome = await Promise.race([synced(screen).then(() => 'in' as const), screen.closed])
    screen.close()
    return [column, told(outcome)]
  })
  expect(Object.fromEntries(await Promise.all(outcomes))).toEqual(cellsOf(row))
})

test.each(WRITINGS)('[I2] who may write %s', async (which, row) => {
  const outcomes = COLUMNS.map(async column => {
    const who = crowd.who[column]
    const name = NAMES[which as Which](crowd.board, who)
    const wire = openWire(crowd, name, { token: who.token, query: { saved: '1' } })
    const { update } = docWithCard({ by: who.id, side: who.side })
    const outcome = await writes(wire, update)
    wire.socket.close()
    return [column, told(outcome)]
  })
  expect(Object.fromEntries(await Promise.all(outcomes))).toEqual(cellsOf(row))
})

/** Ana names Ugo a member once more: his sockets close, and come back. */
const cameBack = async ({ provider }: Screen) => {
  const back = new Promise<void>(resolve => {
    const look = (isSynced: boolean) => {
      if (!isSynced) return
      provider.off('sync', look)
      resolve()
    }
    provider.on('sync', look)
  })
  const { ana, ugo, team, url } = crowd
  await call(url, 'changeMember', {
    token: ana.token,
    params: { id: team, mid: ugo.member.id },
    body: { role: 'member' },
  })
  await back
}

test('[I3] a refused provider stops for good: it says so once and opens no other socket', async () => {
  const upgrades: string[] = []
  const note = ({ url = '' }: { url?: string | undefined }) => void upgrades.push(url)
  crowd.app.server.on('upgrade', note)
  const name = `joint:${crowd.board}`
  const refused = openScreen(crowd, { token: 'no-such-token' }, name)
  const closed = await refused.closed
  // A page that is asked to come back does so by the same clock: once it has, three times over, the other would have too.
  const welcome = openScreen(crowd, crowd.who.member, name)
  await synced(welcome)
  for (const _ of [1, 2, 3]) await cameBack(welcome)
  crowd.app.server.off('upgrade', note)
  const ofRefused = upgrades.filter(url => url.includes('no-such-token'))
  expect({ closed, opened: ofRefused.length, wants: refused.provider.shouldConnect }).toEqual({
    closed: { code: CLOSE.signIn.code, reason: CLOSE.signIn.reason },
    opened: 1,
    wants: false,
  })
  refused.close()
  welcome.close()
})
