import {
  applyMove,
  type BoardView,
  type CardId,
  type Erasure,
  type ImageId,
  type Move,
  type Process,
  withoutContent,
} from '@jointly/board'
import type { Room } from '../live/room.ts'
import type { Rooms } from '../live/rooms.ts'
import { digestOfLeft, rowWithout } from '../storage/chain.ts'

/** The erasure that this move is the last yes to, or null. */
export const completedBy = (move: Move, process: Process): Erasure | null => {
  if (move.type !== 'erase.propose' && move.type !== 'erase.accept') return null
  const proposal = move.type === 'erase.propose' ? move.seq : move.proposal
  const erasure = applyMove(process, move).erasures.get(proposal)
  return erasure?.done == null ? null : erasure
}

/**
 * [L34] Carries out an erasure with its last yes, in one transaction: the move, the rows without the content of the cards,
 * and their pictures. `decide` is asked again once nothing more is written: it answers with the move, or null for no.
 * Nobody may have the board open and nothing of it may be on its way; `takeMove` sees to both.
 */
export const eraseCards = async ({
  rooms,
  joint,
  decide,
}: {
  rooms: Rooms
  joint: Room
  decide: () => Move | null
}): Promise<Move | null> => {
  let taken: Move | null = null
  const isDone = await rooms.eraseContent(joint, rows => {
    const move = decide()
    const erasure = move && completedBy(move, joint.minutes.process)
    if (move === null || erasure === null) return []
    const updates = new Map(withoutContent(rows, new Set(erasure.cards)).map(({ seq, bytes }) => [seq, bytes]))
    const left = rows.flatMap(row => {
      const bytes = updates.get(row.seq)
      return bytes === undefined ? [] : [rowWithout(row, bytes, move.seq)]
    })
    const digest = digestOfLeft(left.map(({ seq, erasures }) => ({ seq, digest: erasures.at(-1)?.digest ?? '' })))
    taken = { ...move, erased: { rows: left.length, digest } }
    joint.minutes.append(taken)
    for (const id of picturesOnlyOn(joint.board, new Set(erasure.cards)))
      rooms.journal.change({ drop: 'image', board: joint.document.board, id })
    return left
  })
  return isDone ? taken : null
}

/** The pictures of these cards; one that another card shows too stays with it. */
const picturesOnlyOn = ({ cards }: BoardView, erased: ReadonlySet<CardId>): Set<ImageId> => {
  const shown = (isErased: boolean) =>
    new Set(cards.filter(({ id }) => erased.has(id) === isErased).flatMap(({ image }) => image?.id ?? []))
  return shown(true).difference(shown(false))
}
