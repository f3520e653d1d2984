import { documentOf, mayWrite, mustAcknowledge } from '@jointly/board'
import { CASES } from '@jointly/board/cases'
import * as Y from 'yjs'
import { normalise } from '../images/normalise.ts'
import { roundFor } from '../moves/roundFor.ts'
import { takeMove } from '../moves/takeMove.ts'
import { contentOf, imageIdOf } from '../storage/chain.ts'
import { readableBy } from './readable.ts'
import { orRefuse, Refusal } from './refusal.ts'
import type { Handlers } from './routes.ts'
import type { Services } from './services.ts'
import { memberReply } from './teams.ts'

type BoardHandlers = Pick<Handlers, 'cases' | 'board' | 'move' | 'round' | 'history' | 'state' | 'addImage' | 'image'>

export const boardHandlers = ({ door, storage, rooms, authorship, clock }: Services): BoardHandlers => {
  const readable = readableBy(door)

  /** Where a picture may be added by whoever asks, as things stand now. */
  const placeForImage = async (asked: Parameters<typeof readable>[0]) => {
    const { board, member, document } = await readable(asked)
    const { epoch, isWritingOff, isUnread } = await rooms.use(document, ({ log, isWritingOff, minutes }) => ({
      ...{ epoch: log.epoch, isWritingOff },
      isUnread: document.kind === 'joint' && mustAcknowledge(minutes.process, member),
    }))
    if (!mayWrite(member) || isWritingOff) throw new Refusal('read_only')
    if (isUnread) throw new Refusal('rules_not_acknowledged', { status: 409 })
    return { board, member, epoch, caucus: document.kind === 'caucus' ? document.side : null }
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
        epochs: { joint: joint.log.epoch, minutes: joint.minutes.log.epoch },
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
      const outcome = await takeMove({ rooms, storage, clock, board: board.id, member, request: body }).catch(error => {
        // Where it fails, what it erases may have been committed all the same.
        authorship.forget({ kind: 'joint', board: board.id })
        throw error
      })
      if ('refused' in outcome) throw new Refusal(outcome.refused, { status: 409 })
      if (outcome.move.erased) authorship.forget({ kind: 'joint', board: board.id })
      return outcome
    },

    round: async ({ params, credentials }) => {
      const { board, member } = orRefuse(await door.atBoard(credentials, params.id))
      return orRefuse(await roundFor({ rooms, storage, board: board.id, member, id: params.round }))
    },

    history: async ({ query, ...asked }) => {
      const { name } = await readable({ query, ...asked })
      const rows = await storage.read(name, query)
      return {
        rows: rows.map(({ digest, erasures, bytes, ...row }) => ({
          ...row,
          ...(erasures && { digest, erasures: [...erasures] }),
          bytes: Buffer.from(bytes).toString('base64'),
        })),
        last: (await storage.head(name)).seq,
      }
    },

    state: async ({ query, ...asked }) => {
      const { name } = await readable({ query, ...asked })
      const rows = await storage.read(name, query.seq === undefined ? {} : { limit: query.seq })
      if (query.seq !== undefined && rows.length < query.seq) throw new Refusal('no_such')
      return Y.encodeStateAsUpdate(documentOf(contentOf(rows)))
    },

    addImage: async ({ body, ...asked }) => {
      const before = await placeForImage(asked)
      // Only now is the file taken in: a stranger's fills no memory here.
      const { bytes, width, height } = orRefuse(await normalise(await body()))
      const createdAt = new Date(clock()).toISOString()
      // A picture may be long on its way: whoever was sent out meanwhile adds none, and what was purged takes none of before.
      const { board, member, caucus, epoch } = await placeForImage(asked)
      if (epoch !== before.epoch) throw new Refusal('no_such')
      const added = { board: board.id, caucus, by: member.id, createdAt, bytes }
      const id = imageIdOf(added)
      await storage.commit({ changes: [{ put: 'image', image: { id, ...added } }] })
      return { image: { id, w: width, h: height } }
    },

    image: async ({ params, credentials, http }) => {
      const { board } = orRefuse(await door.atBoard(credentials, params.id))
      const image = await storage.image(board.id, params.image)
      const side = image?.caucus ?? null
      const document =
        side === null
          ? ({ kind: 'joint', board: board.id } as const)
          : ({ kind: 'caucus', board: board.id, side } as const)
      // Whoever may not read a document learns not even which pictures lie there.
      if (image === null || 'refused' in (await door.atDocument(credentials, document))) throw new Refusal('no_such')
      if (side !== null) http.response.locals.isOfCaucus = true
      http.response.set({
        // Kept by no browser: a picture that was erased, or of a caucus that was purged, would lie in its cache.
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': 'inline; filename="picture.webp"',
      })
      return image.bytes
    },
  }
}
