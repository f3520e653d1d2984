import {
  Answer,
  BoardId,
  Member,
  MoveRequest,
  RoundId,
  type RoundResult,
  SideId,
  Stamp,
  TemplateId,
} from '@jointly/board'
import { z } from 'zod'
import { type Endpoint, Epoch, Params, Title } from '../parts.ts'
import { Board, Team } from '../shapes.ts'

/** Boards, what is decided at them, and what a side asks of its caucus. */
export const BOARDS = {
  cases: {
    method: 'GET',
    path: '/api/cases',
    reply: z.object({
      cases: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          note: z.string(),
          template: TemplateId,
          fictional: z.boolean(),
          sides: z.array(z.object({ id: SideId, name: z.string() })),
        }),
      ),
    }),
    status: 200,
  },
  createBoard: {
    method: 'POST',
    path: '/api/teams/:id/boards',
    params: Params.team,
    request: z.strictObject({
      title: Title,
      template: TemplateId.optional(),
      case: z.string().max(60).optional(),
      practice: z.boolean().optional(),
    }),
    reply: z.object({ board: Board }),
    status: 201,
  },
  board: {
    method: 'GET',
    path: '/api/boards/:id',
    params: Params.board,
    /** `process` is what the minutes say now; a page computes it again, live, from the minutes document. */
    reply: z.object({
      board: Board,
      team: Team,
      process: z.object({ step: z.string(), seq: z.number() }),
      you: Member,
      /** Names the beginning of each document: a page's copy of another epoch is of no use any more. */
      epochs: z.object({ joint: Epoch, minutes: Epoch }),
    }),
    status: 200,
  },
  move: {
    method: 'POST',
    path: '/api/boards/:id/moves',
    params: Params.board,
    request: MoveRequest,
    reply: z.object({ move: Stamp.loose() }),
    status: 201,
  },
  /** A side's own room, for those who may be in it. */
  caucus: {
    method: 'GET',
    path: '/api/boards/:id/caucuses/:side',
    params: Params.caucus,
    /** `host`: on whose server it lies. */
    reply: z.object({ epoch: Epoch, host: z.string(), writingOff: z.boolean() }),
    status: 200,
  },
  /** Switches writing in it off or on, for whoever acts for the side. */
  switchCaucus: {
    method: 'PATCH',
    path: '/api/boards/:id/caucuses/:side',
    params: Params.caucus,
    request: z.strictObject({ writingOff: z.boolean() }),
    reply: z.object({ writingOff: z.boolean() }),
    status: 200,
  },
  /** Takes every word and picture in it off the disk, for good; hashes and dates of the rows stay. */
  purgeCaucus: {
    method: 'DELETE',
    path: '/api/boards/:id/caucuses/:side',
    params: Params.caucus,
    reply: null,
    status: 204,
  },
  /** Asks a guest of the side into its caucus until it ends; nobody outside learns of it. */
  inviteToCaucus: {
    method: 'POST',
    path: '/api/boards/:id/caucuses/:side/guests/:mid',
    params: Params.caucusGuest,
    reply: null,
    status: 204,
  },
  /** Whether the asker's side has asked them, a guest, into its caucus: on whose server it lies, or null. */
  caucusInvitation: {
    method: 'GET',
    path: '/api/boards/:id/caucus-invitation',
    params: Params.board,
    reply: z.object({ host: z.string().nullable() }),
    status: 200,
  },
  sendOutOfCaucus: {
    method: 'DELETE',
    path: '/api/boards/:id/caucuses/:side/guests/:mid',
    params: Params.caucusGuest,
    reply: null,
    status: 204,
  },
  /** What the asker may know of a round beside the minutes: their own answer, and once it is closed their side's result. */
  round: {
    method: 'GET',
    path: '/api/boards/:id/rounds/:round',
    params: z.object({ id: BoardId, round: RoundId }),
    reply: z.object({ mine: Answer.nullable(), own: z.custom<RoundResult>().nullable() }),
    status: 200,
  },
} as const satisfies Record<string, Endpoint>
