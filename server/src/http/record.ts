import { type BoardId, type Process, rulesInForce, showsName } from '@jointly/board'
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
      const document = { kind: 'joint', board: board.id } as const
      const process = await rooms.use(document, ({ minutes }) => minutes.process)
      const rules = rulesInForce(process)
      if (!rules.authorship) throw new Refusal('authorship_off')
      const upTo = upToOf(query, process)
      // A version is told of once it is on the disk, and then so is all that it was fixed from.
      await rooms.journal.committed()
      const runs = await authorship.runs(document, query.of, upTo)
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

/** The last row that counts: of a version that one from which it was fixed. */
const upToOf = (
  { of, version }: { of: string; version?: number | undefined },
  { agreement }: Process,
): number | undefined => {
  if (version === undefined) return undefined
  const row = of === 'agreement' ? agreement.find(one => one.version === version)?.row : undefined
  if (row == null) throw new Refusal('no_such')
  return row
}
