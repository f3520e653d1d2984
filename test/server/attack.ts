import { type CardId, drawFrame, linkCards, type NewCard, postCard, postComment, setJointText } from '@jointly/board'
import { MANAGEMENT, UNION, words } from '@jointly/board/testing'
import type { CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'
import type { Table } from './seats.ts'
import type { Wire } from './wire.ts'

/** What hostile members send to a board that others sit at: `gate.test.ts` and `bad-frames.test.ts` have what nobody may. */

/** Client ids of the pages that the board was made on, and one that has not written yet. */
export const PAGES = { ana: 1_000, max: 2_000, fresh: 3_000 } as const

/** What lies on the table: an interest of each side, an option and a link and a frame of management's, the issue. */
export type Laid = {
  readonly hers: CardId
  readonly his: CardId
  readonly option: CardId
  /** What Ana says about management's option. */
  readonly comment: CardId
  /** An option with thousands of letters. */
  readonly long: CardId
  readonly people: Pick<Table, 'ana' | 'max' | 'ugo'>
}

export const lay = (people: Laid['people']): { updates: readonly Uint8Array[] } & Laid => {
  const { ana, max } = people
  const [union, management] = [new Y.Doc(), new Y.Doc()]
  union.clientID = PAGES.ana
  management.clientID = PAGES.max
  const hers = postCard(union, { by: ana.member.id, side: UNION, kind: 'interest', text: 'Cover by people we know' })
  words(union, hers).format(9, 6, { bold: {} })
  setJointText(union, 'issue', 'How do we cover for absent teachers?')
  const by = { by: max.member.id, side: MANAGEMENT }
  const his = postCard(management, { ...by, kind: 'interest', text: 'Costs that stay within the budget' })
  const option = postCard(management, { ...by, kind: 'option', text: 'A pool of relief teachers' })
  const long = postCard(management, { ...by, kind: 'option', text: 'y'.repeat(10_000) })
  linkCards(management, { ...by, from: option, to: his, kind: 'serves' })
  const comment = postComment(union, { ...{ by: ana.member.id, side: UNION }, about: option, text: 'Who pays?' })
  drawFrame(management, { ...by, pos: { x: 0, y: 0 }, size: { w: 600, h: 400 }, title: 'Parking lot' })
  return {
    hers,
    his,
    option,
    comment,
    long,
    people,
    updates: [union, management].map(doc => Y.encodeStateAsUpdate(doc)),
  }
}

/**
 * The board that an attack is made on: the layout unlocked or locked, a stage opened with `only`, editing paused, or
 * management's option erased by both sides.
 */
export type Board = 'free' | 'locked' | 'only' | 'paused' | 'erased'
export type Attack = {
  readonly on?: Board
  readonly by: 'ana' | 'ugo' | 'max' | 'mia' | 'gus' | 'obi'
  /** `dropped`: passed over, and nobody is refused. */
  readonly refused: CopyRefusal | 'dropped'
  readonly make: (wire: Wire, laid: Laid) => Uint8Array
}

/** What a page would send for this change, made on a copy of what the socket knows. */
export const edited =
  (change: (doc: Y.Doc, laid: Laid) => unknown) =>
  (wire: Wire, laid: Laid): Uint8Array => {
    const copy = new Y.Doc()
    if (!wire.doc.store.clients.has(PAGES.fresh)) copy.clientID = PAGES.fresh
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(wire.doc))
    copy.transact(() => change(copy, laid))
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(wire.doc))
  }

export const newCard = (fields: (people: Laid['people']) => Omit<NewCard, 'text'> & { text?: string }) =>
  edited((doc, { people }) => void postCard(doc, { text: 'late', ...fields(people) }))
export const byAna = ({ ana }: Laid['people']) => ({ by: ana.member.id, side: UNION })
export const byMax = ({ max }: Laid['people']) => ({ by: max.member.id, side: MANAGEMENT })
