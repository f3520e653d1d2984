import { mayBeInvited, mayRunCaucus } from '@jointly/board'
import { addressesOf } from './addresses.ts'
import { orRefuse, Refusal } from './refusal.ts'
import type { Asked, Handlers } from './routes.ts'
import type { Services } from './services.ts'

type CaucusHandlers = Pick<
  Handlers,
  'caucus' | 'switchCaucus' | 'purgeCaucus' | 'inviteToCaucus' | 'sendOutOfCaucus' | 'caucusInvitation'
>

type AskedOfCaucus = Pick<Asked<'caucus'>, 'params' | 'credentials' | 'http'>

/** A side's own room: how one comes in, and what the side decides about it. Nothing of this is counted or logged. */
export const caucusHandlers = ({ door, storage, rooms, authorship, settings }: Services): CaucusHandlers => {
  const enter = async ({ params: { id, side }, credentials, http }: AskedOfCaucus) => {
    const document = { kind: 'caucus', board: id, side } as const
    const { member, team } = orRefuse(await door.atDocument(credentials, document))
    http.response.locals.isOfCaucus = true
    return { document, member, team }
  }
  const run = async (asked: AskedOfCaucus) => {
    const { document, member, team } = await enter(asked)
    if (!mayRunCaucus(member, document.side, await storage.members(team.id))) throw new Refusal('not_co_chair')
    return { document, member, team }
  }
  const invite = async ({ params, ...asked }: Asked<'inviteToCaucus'>) => {
    const { document, member: by, team } = await run({ params, ...asked })
    const guest = (await storage.members(team.id)).find(({ id }) => id === params.mid)
    if (guest === undefined || !mayBeInvited(guest, document.side)) throw new Refusal('not_a_guest')
    await rooms.use(document, room => {
      const began = room.minutes.process.caucuses.get(document.side)?.began
      // It ends with the caucus: before one is called, there is nothing that could end it.
      if (began === undefined) throw new Refusal('no_caucus', { status: 409 })
      room.invite(guest.id, began, { by })
    })
    await rooms.journal.committed()
    return undefined
  }

  return {
    inviteToCaucus: invite,

    caucusInvitation: async ({ params, credentials, http }) => {
      // How often guests ask, and what they hear, is the side's own.
      http.response.locals.isOfCaucus = true
      const { member } = orRefuse(await door.atBoard(credentials, params.id))
      const { side } = member
      if (side === null || !mayBeInvited(member, side)) return { host: null }
      const isIn = await rooms.use({ kind: 'caucus', board: params.id, side }, room => room.hasAsGuest(member.id))
      return { host: isIn ? addressesOf(http.request, settings)('/').host : null }
    },

    sendOutOfCaucus: async ({ params, ...asked }) => {
      const { document, member: by } = await run({ params, ...asked })
      await rooms.use(document, room => room.invite(params.mid, null, { by }))
      await rooms.journal.committed()
      rooms.endGuests(document, params.mid)
      return undefined
    },

    caucus: async asked => {
      const { document } = await enter(asked)
      const { host } = addressesOf(asked.http.request, settings)('/')
      const reply = await rooms.use(document, ({ log, isWritingOff }) => ({
        ...{ epoch: log.epoch, host, writingOff: isWritingOff },
      }))
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
      // Where it fails, it may have been committed all the same.
      await rooms.purge(document, member).finally(() => authorship.forget(document))
      return undefined
    },
  }
}
