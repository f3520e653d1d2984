import * as Y from 'yjs'
import { type NewCard, postCard } from './edit.ts'
import { BoardId, type CardId, MemberId, SideId } from './ids.ts'
import { migrate } from './migrations.ts'
import type { Move, Notice, PlainRequest } from './moves.ts'
import { DEFAULT_SIDES, type Member } from './people.ts'
import { applyMove, OPENING, type Process } from './process.ts'
import { bodyOf } from './schema.ts'

/** Builders for tests: each names only what matters to the test that calls it. */

export const UNION = SideId.parse('union')
export const MANAGEMENT = SideId.parse('management')
const T0 = Date.parse('2026-09-01T09:00:00Z')

export const member = (name: string, more: Partial<Omit<Member, 'id' | 'name'>> = {}): Member => ({
  id: MemberId.parse(name.toLowerCase()),
  name,
  role: 'member',
  side: null,
  admitted: true,
  ...more,
})

/** The people of the fictional case: two union, two management, a neutral facilitator, one who only watches. */
export const people = {
  ana: member('Ana', { side: UNION, role: 'co-chair' }),
  ugo: member('Ugo', { side: UNION }),
  max: member('Max', { side: MANAGEMENT, role: 'co-chair' }),
  mia: member('Mia', { side: MANAGEMENT }),
  fay: member('Fay', { role: 'facilitator' }),
  obi: member('Obi', { role: 'observer' }),
}

/** [D1] What a new card must hold in its very first update. */
export const BORN_WITH = ['kind', 'by', 'side', 'pos', 'order', 'body'] as const

export const emptyBoard = (clientId?: number): Y.Doc => {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  migrate(doc)
  return doc
}

export const post = (doc: Y.Doc, who: Member, card: Partial<NewCard> & Pick<NewCard, 'kind' | 'text'>): CardId =>
  postCard(doc, { by: who.id, side: who.side, ...card })

/** The text of a card's first paragraph, to be edited as an editor would. */
export const words = (doc: Y.Doc, id: CardId): Y.XmlText => {
  const paragraph = bodyOf(doc, id)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error(`card ${id} has no words`)
  return text
}

/** A process as it stands after the opening and these moves, one minute apart. */
export const processAfter = (
  moves: readonly (readonly [Member, PlainRequest])[] = [],
  opening: Partial<Extract<Notice, { type: 'board.opened' }>> = {},
): Process => {
  const opened: Move = {
    seq: 1,
    at: new Date(T0).toISOString(),
    by: people.fay.id,
    side: null,
    type: 'board.opened',
    board: BoardId.parse('board'),
    title: 'Cover for absent teachers',
    team: 'Lincoln School',
    template: 'full',
    sides: [...DEFAULT_SIDES],
    members: Object.values(people),
    ...opening,
  }
  return moves.reduce(
    (process, [who, request], i) =>
      applyMove(process, {
        ...request,
        seq: i + 2,
        at: new Date(T0 + (i + 1) * 60_000).toISOString(),
        by: who.id,
        side: who.side,
      }),
    applyMove(OPENING, opened),
  )
}
