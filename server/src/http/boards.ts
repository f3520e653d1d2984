import {
  accessTo,
  documentName,
  documentOf,
  ImageId,
  mayWrite,
  newId,
  parseDocument,
  readMove,
  report,
} from '@jointly/board'
import { CASES } from '@jointly/board/cases'
import * as Y from 'yjs'
import { normalise } from '../images/normalise.ts'
import { takeMove } from '../moves/takeMove.ts'
import type { AtBoard, Credentials, Refused } from '../people/door.ts'
import { orRefuse, Refusal } from './refusal.ts'
import type { Handlers } from './routes.ts'
import type { Services } from './services.ts'
import { memberReply } from './teams.ts'

type BoardHandlers = Pick<
  Handlers,
  'cases' | 'board' | 'move' | 'history' | 'state' | 'rewordings' | 'addImage' | 'image' | 'report'
>

export const boardHandlers = ({ door, storage, rooms, rewordings, clock }: Services): BoardHandlers => {
  /** `joint`, `minutes` or `caucus:<side>` of a board, where the asker may read it. */
  const readable = async (
    credentials: Credentials,
    board: AtBoard['board']['id'],
    which: string,
  ): Promise<string | Refused> => {
    const [kind, ...rest] = which.split(':')
    const document = parseDocument([kind, board, ...rest].join(':'))
    if (document === null) return { refused: 'no_such' }
    const at = await door.atDocument(credentials, document)
    return 'refused' in at ? at : documentName(document)
  }
  const nameOf = async (...asked: Parameters<typeof readable>): Promise<string> => {
    const name = await readable(...asked)
    if (typeof name !== 'string') throw new Refusal(name.refused)
    return name
  }

  return {
    cases: async ({ credentials }) => {
      if ((await door.session(credentials)) === null) throw new Refusal('sign_in')
      return {
        cases: [...CASES.values()].map(({ id, title, note, template, fictional, sides }) => ({
          ...{ id, title, note, template, fictional, sides },
        })),
      }
    },

    board: async ({ params, credentials }) => {
      const { board, team, member } = orRefuse(await door.atBoard(credentials, params.id))
      const { process, epochs } = await rooms.use({ kind: 'joint', board: board.id }, joint => ({
        process: joint.minutes.process,
        epochs: { joint: joint.epoch, minutes: joint.minutes.epoch },
      }))
      return {
        board,
        team: { id: team.id, name: team.name, sides: [...team.sides] },
        process: { step: process.stage.step, seq: process.seq },
        you: memberReply(member),
        epochs,
      }
    },

    move: async ({ params, body, credentials }) => {
      const { board, member } = orRefuse(await door.atBoard(credentials, params.id))
      const outcome = await takeMove({ rooms, clock, board: board.id, member, request: body })
      if ('refused' in outcome) throw new Refusal(outcome.refused, { status: 409 })
      return outcome
    },

    history: async ({ params, query, credentials }) => {
      const name = await nameOf(credentials, params.id, query.document)
      const rows = await storage.read(name, query)
      return {
        rows: rows.map(({ digest: _digest, bytes, ...row }) => ({
          ...row,
          bytes: Buffer.from(bytes).toString('base64'),
        })),
        last: (await storage.head(name)).seq,
      }
    },

    state: async ({ params, query, credentials }) => {
      const name = await nameOf(credentials, params.id, query.document)
      const rows = await storage.read(name, query.seq === undefined ? {} : { limit: query.seq })
      if (query.seq !== undefined && rows.length < query.seq) throw new Refusal('no_such')
      return Y.encodeStateAsUpdate(documentOf(rows.map(({ bytes }) => bytes)))
    },

    rewordings: async ({ params, credentials }) => {
      const { board, member } = orRefuse(await door.atBoard(credentials, params.id))
      const document = { kind: 'joint', board: board.id } as const
      if (accessTo({ member, document, paused: false }) === 'none') throw new Refusal('not_yours')
      return { rewordings: await rewordings.of(board.id) }
    },

    addImage: async ({ params, body, credentials }) => {
      const { board, member } = orRefuse(await door.atBoard(credentials, params.id))
      if (!mayWrite(member)) throw new Refusal('read_only')
      // Only now is the file taken in: a stranger's fills no memory here.
      const { bytes, width, height } = orRefuse(await normalise(await body()))
      const id = newId(ImageId)
      const createdAt = new Date(clock()).toISOString()
      await storage.commit({
        changes: [{ put: 'image', image: { id, board: board.id, by: member.id, createdAt, bytes } }],
      })
      return { image: { id, w: width, h: height } }
    },

    image: async ({ params, credentials, http }) => {
      const { board } = orRefuse(await door.atBoard(credentials, params.id))
      const image = await storage.image(board.id, params.image)
      if (image === null) throw new Refusal('no_such')
      http.response.set({
        'cache-control': 'private, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': 'inline; filename="picture.webp"',
      })
      return image.bytes
    },

    report: async ({ params, credentials }) => {
      const { board } = orRefuse(await door.atBoard(credentials, params.id))
      const made = await rooms.use({ kind: 'joint', board: board.id }, joint =>
        report({
          process: joint.minutes.process,
          board: joint.board,
          minutes: joint.minutes.moves.map(readMove).filter(move => move !== null),
          head: { joint: joint.head.seq, minutes: joint.minutes.head.seq, chain: joint.head.hash },
        }),
      )
      // It tells what was accepted; nobody may know of it before the disk does.
      await rooms.journal.committed()
      return made
    },
  }
}
