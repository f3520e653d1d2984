import type { BoardId, CardView, MemberId } from '@jointly/board'
import { ProblemError } from './api.ts'
import type { BoardSession } from './board-session.ts'
import { carryPicture } from './pictures.ts'

/** What goes along when a card is brought to the table: what it says, and neither its author, links nor history. */
export type Brought = Pick<CardView, 'kind' | 'body' | 'text' | 'source' | 'anchor' | 'image' | 'alt'>

/** On its way from the caucus to the table: in this page alone, for this person at this board. */
let carried: { readonly board: BoardId; readonly as: MemberId; readonly card: Brought } | null = null

export const carry = ({ opened, id }: BoardSession, card: CardView): void => {
  const { kind, body, text, source, anchor, image, alt } = card
  carried = { board: opened.board.id, as: id, card: { kind, body, text, source, anchor, image, alt } }
}

/** What this person carries to this table, once. */
export const takeCarried = ({ opened, id }: BoardSession): Brought | null => {
  const found = carried
  carried = null
  return found?.board === opened.board.id && found.as === id ? found.card : null
}

/**
 * Puts what was brought on the table, in the name of who brings it, as one step of undo. A picture is added to the table
 * as a new one: that of the caucus stays there. Null where they cannot write there now; `onBlocked` has said why.
 */
export const layBrought = async (session: BoardSession, { body, text: _plain, image, ...card }: Brought) => {
  const from = { board: session.opened.board.id, as: session.id }
  const to = { ...from, document: session.place.document }
  const brought = image === undefined ? undefined : await carryPicture(image, { from, to }).catch(orNothing)
  return {
    id: session.edits.post({ ...card, text: body, image: brought }),
    pictureLost: image !== undefined && brought === undefined,
  }
}

const orNothing = (error: unknown): undefined => {
  if (!(error instanceof ProblemError)) throw error
}
