import type { MemberId, SideId } from './ids.ts'
import type { MoveRequest } from './moves.ts'
import type { Process } from './process.ts'
import type { BoardView, CardView, LinkView } from './view.ts'
import { wordingOf } from './wording.ts'

type Ends<T> = { readonly from: T; readonly to: T }

/** What somebody said of a link for their side, of one wording of each end; null: of any, as minutes had it that name none. */
export type LinkSaid = { readonly member: MemberId; readonly wordings: Ends<string> | null }

export type LinkStanding = {
  /** The sides that say so of these wordings. */
  readonly sides: readonly SideId[]
  /** Those that said so of earlier ones. */
  readonly earlier: readonly SideId[]
  /** What counts: what the side says whose interest it is. */
  readonly is: 'confirmed' | 'earlier' | 'suggested'
}

/**
 * What counts as confirmed: now what was said of the words on the table; of a moment that is past, whose words the board does
 * not tell, what had been said by then, which other words since do not undo.
 */
export const COUNTS = {
  now: ['confirmed'],
  before: ['confirmed', 'earlier'],
} as const satisfies Record<string, readonly LinkStanding['is'][]>
export type CountedAt = keyof typeof COUNTS

/** The cards that a link leads from and to. */
export const endsOf = ({ from, to }: Pick<LinkView, 'from' | 'to'>, board: Pick<BoardView, 'card'>) => ({
  from: board.card(from),
  to: board.card(to),
})

/** Null where an end is not there. */
export const endWordings = ({ from, to }: Ends<CardView | undefined>): Ends<string> | null =>
  from === undefined || to === undefined ? null : { from: wordingOf(from), to: wordingOf(to) }

/**
 * [V5] A link counts for the sides that confirmed it as its ends are worded now; it is confirmed when the side of the interest
 * it serves has. An option that is reworded to its opposite serves nothing until that is said again.
 */
export const linkStanding = (
  { id }: Pick<LinkView, 'id'>,
  ends: Ends<CardView | undefined>,
  { linkConfirmations }: Pick<Process, 'linkConfirmations'>,
): LinkStanding => {
  const said = [...(linkConfirmations.get(id) ?? [])]
  // Most links are a suggestion, and a board draws all of them: what nobody confirmed is not read.
  if (said.length === 0) return SUGGESTED
  const now = endWordings(ends)
  const isOfNow = ({ wordings }: LinkSaid) =>
    wordings === null || (wordings.from === now?.from && wordings.to === now.to)
  const sides = said.filter(([, one]) => isOfNow(one)).map(([side]) => side)
  const earlier = said.filter(([, one]) => !isOfNow(one)).map(([side]) => side)
  const has = (some: readonly SideId[]) => ends.to?.side != null && some.includes(ends.to.side)
  return { sides, earlier, is: has(sides) ? 'confirmed' : has(earlier) ? 'earlier' : 'suggested' }
}

const SUGGESTED: LinkStanding = { sides: [], earlier: [], is: 'suggested' }

/** Whether a link counts for the side whose interest it serves. */
export const isConfirmed = (
  link: LinkView,
  { board, process, counted = 'now' }: { board: BoardView; process: Process; counted?: CountedAt },
): boolean => COUNTS[counted].some(is => is === linkStanding(link, endsOf(link, board), process).is)

type Confirming = Extract<MoveRequest, { type: 'link.confirm' }>

/** [M40] What the minutes keep: of which wordings it was said, by whoever asked, or else as they stand at that moment. */
export const linkEntry = (request: Confirming, board: BoardView): Confirming => {
  const link = board.link(request.link)
  const wordings = link && endWordings(endsOf(link, board))
  return wordings == null ? request : { ...request, wordings }
}

/** What whoever acts for a side may say of a link as they have read it. */
export const linkMoves = ({ id: link }: Pick<LinkView, 'id'>, ends: Ends<CardView | undefined>) => {
  const wordings = endWordings(ends)
  return {
    confirm: { type: 'link.confirm', link, ...(wordings !== null && { wordings }) },
    withdraw: { type: 'link.withdraw', link },
  } as const
}
