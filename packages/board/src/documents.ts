import { z } from 'zod'
import { BoardId, MemberId, SideId } from './ids.ts'

/** The four kinds of document. A document is the only unit of confidentiality: who may read it reads all of it. */
export type Document =
  | { readonly kind: 'joint'; readonly board: BoardId }
  | { readonly kind: 'minutes'; readonly board: BoardId }
  | { readonly kind: 'caucus'; readonly board: BoardId; readonly side: SideId }
  | { readonly kind: 'draft'; readonly board: BoardId; readonly member: MemberId }

/** The documents that cards lie in. */
export type CardPlace = Extract<Document, { kind: 'joint' | 'caucus' }>

/** A caucus as it is named on a board that is known. */
export const CaucusOnBoard = z.string().regex(/^caucus:[A-Za-z0-9_-]{1,40}$/)

/** `joint`, `caucus:<side>`: the name of a document where the board is known. */
export const nameOnBoard = (document: CardPlace): string =>
  document.kind === 'joint' ? 'joint' : `caucus:${document.side}`

/** `joint:<board>`, `minutes:<board>`, `caucus:<board>:<side>`, `draft:<board>:<member>`. */
export const documentName = (document: Document): string => {
  switch (document.kind) {
    case 'joint':
    case 'minutes':
      return `${document.kind}:${document.board}`
    case 'caucus':
      return `caucus:${document.board}:${document.side}`
    case 'draft':
      return `draft:${document.board}:${document.member}`
  }
}

/** The document that a name stands for, or null where it stands for none. */
export const parseDocument = (name: string): Document | null => {
  const [kind, boardPart, whosePart, ...rest] = name.split(':')
  const board = BoardId.safeParse(boardPart)
  if (!board.success || rest.length > 0) return null
  if (kind === 'joint' || kind === 'minutes') return whosePart === undefined ? { kind, board: board.data } : null
  if (kind === 'caucus') {
    const side = SideId.safeParse(whosePart)
    return side.success ? { kind, board: board.data, side: side.data } : null
  }
  if (kind === 'draft') {
    const member = MemberId.safeParse(whosePart)
    return member.success ? { kind, board: board.data, member: member.data } : null
  }
  return null
}
