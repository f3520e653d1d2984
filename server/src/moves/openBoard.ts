import { BoardId, type CardId, type Member, type Notice, newId, type TemplateId, wordingOf } from '@jointly/board'
import { CASES, type Case, missingSides } from '@jointly/board/cases'
import { type Cast, layCase } from '@jointly/board/cases/lay'
import type { Room } from '../live/room.ts'
import type { Rooms } from '../live/rooms.ts'
import type { BoardRecord, Storage, TeamRecord } from '../storage/storage.ts'

export type NewBoard = {
  readonly rooms: Rooms
  readonly storage: Storage
  readonly clock: () => number
  readonly team: TeamRecord
  readonly by: Member
  readonly title: string
  readonly template?: TemplateId | undefined
  /** The id of a worked case to lay on it. */
  readonly case?: string | undefined
  readonly practice?: boolean | undefined
  /** Who stands for the people of a fictional case. */
  readonly cast?: Cast
}

/** Opens a board: its record, the opening of its minutes, and the case where one was chosen. */
export const openBoard = async (
  request: NewBoard,
): Promise<BoardRecord | { refused: 'no_such_case' | 'side_missing' }> => {
  const { rooms, storage, clock, team, by } = request
  const worked = request.case === undefined ? null : CASES.get(request.case)
  if (worked === undefined) return { refused: 'no_such_case' }
  if (worked !== null && missingSides(worked, team.sides).length > 0) return { refused: 'side_missing' }

  const board: BoardRecord = {
    id: newId(BoardId),
    team: team.id,
    title: request.title,
    template: request.template ?? worked?.template ?? 'full',
    case: worked?.id ?? null,
    practice: request.practice ?? worked?.fictional ?? false,
    createdAt: new Date(clock()).toISOString(),
  }
  const members = (await storage.members(team.id)).map(({ team: _team, ...member }) => member)
  await rooms.use({ kind: 'joint', board: board.id }, joint => {
    rooms.journal.change({ put: 'board', board })
    append(joint.minutes, by, clock, {
      type: 'board.opened',
      board: board.id,
      title: board.title,
      team: team.name,
      template: board.template,
      ...(worked && { case: worked.id }),
      sides: [...team.sides],
      members,
    })
    if (worked !== null) lay(joint, worked, clock, request.cast)
  })
  await rooms.journal.committed()
  return board
}

const append = (minutes: Room, by: Pick<Member, 'id' | 'side'>, clock: () => number, notice: Notice | Adoption) =>
  minutes.append({
    ...notice,
    seq: minutes.log.head.seq + 1,
    at: new Date(clock()).toISOString(),
    by: by.id,
    side: by.side,
  })

type Adoption = { readonly type: 'interest.adopt'; readonly card: CardId; readonly wording: string }

/** The server writes the cards; in a fictional case the people it names adopt what the case says they share. */
const lay = (joint: Room, worked: Case, clock: () => number, cast: Cast = new Map()) => {
  let interests: readonly CardId[] = []
  joint.writeAsSystem(doc => {
    interests = layCase(doc, worked, cast).interests
  })
  worked.interests.forEach(({ adoptedBy }, i) => {
    const card = joint.board.card(interests[i] as CardId)
    for (const name of adoptedBy) {
      const who = cast.get(name)
      if (card !== undefined && who !== undefined)
        append(joint.minutes, { id: who.by, side: who.side }, clock, {
          type: 'interest.adopt',
          card: card.id,
          wording: wordingOf(card),
        })
    }
  })
}
