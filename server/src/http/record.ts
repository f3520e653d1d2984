import { type BoardId, rulesInForce, showsName } from '@jointly/board'
import type { Credentials } from '../people/door.ts'
import { exportRecord } from '../record.ts'
import { readableBy } from './readable.ts'
import { orRefuse, Refusal } from './refusal.ts'
import type { Handlers } from './routes.ts'
import type { Services } from './services.ts'

type RecordHandlers = Pick<Handlers, 'rewordings' | 'comments' | 'authorship' | 'record'>

/** What the log of a document tells, to whoever may read it: who wrote which words, and the record itself. */
export const recordHandlers = ({ door, storage, rooms, authorship }: Services): RecordHandlers => {
  const enter = async ({ params: { id }, credentials }: { params: { id: BoardId }; credentials: Credentials }) =>
    orRefuse(await door.atDocument(credentials, { kind: 'joint', board: id }))

  const readable = readableBy(door)

  return {
    rewordings: async asked => {
      const { document } = await readable(asked)
      return { rewordings: await authorship.rewordings(document) }
    },

    comments: async asked => {
      const { document } = await readable(asked)
      return { said: await authorship.said(document) }
    },

    authorship: async ({ query, ...asked }) => {
      const { board, member } = await enter(asked)
      const rules = await rooms.use({ kind: 'joint', board: board.id }, ({ minutes }) => rulesInForce(minutes.process))
      if (!rules.authorship) throw new Refusal('authorship_off')
      const runs = await authorship.runs({ kind: 'joint', board: board.id }, query.of)
      return {
        runs: runs.map(({ text, side, by }) => ({
          ...{ text, side },
          // Where the sides agreed to leave names out, the other side sees the side alone.
          ...(showsName({ side }, member, rules) && { by }),
        })),
      }
    },

    record: async asked => {
      const { board } = await enter(asked)
      asked.http.response.set('content-disposition', `attachment; filename="record-${board.id}.json"`)
      return exportRecord(storage, board.id)
    },
  }
}
