import { mayRunCaucus } from '@jointly/board'
import { addressesOf } from './addresses.ts'
import { orRefuse, Refusal } from './refusal.ts'
import type { Asked, Handlers } from './routes.ts'
import type { Services } from './services.ts'

type CaucusHandlers = Pick<Handlers, 'caucus' | 'switchCaucus' | 'purgeCaucus'>

type AskedOfCaucus = Pick<Asked<'caucus'>, 'params' | 'credentials' | 'http'>

/** A side's own room: how one comes in, and what the side decides about it. Nothing of this is counted or logged. */
export const caucusHandlers = ({ door, storage, rooms, settings }: Services): CaucusHandlers => {
  const enter = async ({ params: { id, side }, credentials, http }: AskedOfCaucus) => {
    const document = { kind: 'caucus', board: id, side } as const
    const { member, team } = orRefuse(await door.atDocument(credentials, document))
    http.response.locals.isOfCaucus = true
    return { document, member, team }
  }
  const run = async (asked: AskedOfCaucus) => {
    const { document, member, team } = await enter(asked)
    if (!mayRunCaucus(member, document.side, await storage.members(team.id))) throw new Refusal('not_co_chair')
    return { document, member }
  }

  return {
    caucus: async asked => {
      const { document } = await enter(asked)
      const { host } = addressesOf(asked.http.request, settings)('/')
      const reply = await rooms.use(document, ({ epoch, isWritingOff: writingOff }) => ({ epoch, host, writingOff }))
      // A caucus that nobody was in before begins with this question; its epoch is told when the disk knows it.
      await rooms.journal.committed()
      return reply
    },

    switchCaucus: async ({ body: { writingOff: off }, ...asked }) => {
      const { document, member } = await run(asked)
      await rooms.use(document, room => room.switchWriting(member, { off }))
      await rooms.journal.committed()
      return { writingOff: off }
    },

    purgeCaucus: async asked => {
      const { document, member } = await run(asked)
      await rooms.purge(document, member)
      return undefined
    },
  }
}
