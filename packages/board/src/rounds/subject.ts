import { writtenNow } from '../agreement/text.ts'
import type { CardKind } from '../cards.ts'
import type { CardId } from '../ids.ts'
import { countOf } from '../people.ts'
import type { Process } from '../process.ts'
import { type BoardView, type CardView, cardOnTable } from '../view.ts'
import { anchorWordingOf, wordingOf } from '../wording.ts'
import { KINDS, type KindRow } from './kinds.ts'
import type { Quorum, RoundRequest, Subject, Worded } from './round.ts'

const onTheTable = (board: BoardView, kind: CardKind): readonly CardView[] =>
  board.cards.filter(card => card.kind === kind && !card.gone)

const worded = (card: CardView): Worded => ({
  id: card.id,
  wording: wordingOf(card),
  ...(card.kind === 'criterion' && { anchor: anchorWordingOf(card) }),
})

/**
 * [N6] Whether a card says what it said when the round was opened. "At most 10,000" and "at most 1,000,000" are two questions
 * under one heading; what a round did not fix is not compared.
 */
export const isWordedAs = (card: CardView, { wording, anchor }: Worded): boolean =>
  wordingOf(card) === wording && (anchor === undefined || anchorWordingOf(card) === anchor)

type Opening = Pick<Extract<RoundRequest, { type: 'round.open' }>, 'kind' | 'subject' | 'quorum'>
type Asked = Opening['subject']

const picked = (cards: readonly CardView[], ids: readonly CardId[] | undefined): readonly Worded[] =>
  cards.filter(({ id }) => ids?.includes(id) ?? true).map(worded)

/** [N1] What a round asks about: what its kind needs of the table now, or what was named of it, as it is worded. */
export const subjectNow = (
  { board, process }: { board: BoardView; process: Pick<Process, 'agreement'> },
  { kind, subject }: Opening,
): Subject => {
  const { about, one, beside }: KindRow = KINDS[kind]
  const version = process.agreement.find(({ version }) => version === subject?.agreement)
  // What asks about one thing takes nothing of the table that was not named.
  const named = one ? (subject?.options ?? []) : subject?.options
  return {
    options: about.includes('options') ? picked(onTheTable(board, 'option'), named) : [],
    criteria: about.includes('criteria') ? picked(onTheTable(board, 'criterion'), subject?.criteria) : [],
    ...(beside && { beside: onTheTable(board, beside).map(({ id }) => id) }),
    ...(one && version !== undefined && { agreement: { version: version.version, hash: version.hash } }),
  }
}

/** [N21] The quorum of each side at the opening: what was said, else more than half of it. */
export const quorumNow = (
  { sides, members }: Pick<Process, 'sides' | 'members'>,
  asked: Opening['quorum'] = {},
): Quorum =>
  Object.fromEntries(sides.map(({ id }) => [id, asked[id] ?? Math.floor(countOf(id, members.values()) / 2) + 1]))

/** Whether everything that was named is on the table as what it was named as. */
export const isOnTheTable = (board: BoardView, asked: Asked): boolean => {
  const stands = (kind: CardKind, ids: readonly CardId[] = []) => ids.every(id => cardOnTable(board, id)?.kind === kind)
  return stands('option', asked?.options) && stands('criterion', asked?.criteria)
}

/** How the table differs from what a round asked about. */
export type SubjectChange = {
  /** Reworded since, by card: what was answered was answered of an earlier wording. */
  readonly reworded: ReadonlySet<CardId>
  readonly gone: ReadonlySet<CardId>
}

/** [N6] Which cards of a round are no longer what was asked about. */
export const changesSince = ({ options, criteria }: Subject, board: BoardView): SubjectChange => {
  const reworded = new Set<CardId>()
  const gone = new Set<CardId>()
  for (const asked of [...options, ...criteria]) {
    const card = cardOnTable(board, asked.id)
    if (card === undefined) gone.add(asked.id)
    else if (!isWordedAs(card, asked)) reworded.add(asked.id)
  }
  return { reworded, gone }
}

/** [N21] Whether what a consensus test asked about is another thing by now: the text on the table, or the option's wording. */
export const isOtherNow = ({ agreement, ...cards }: Subject, board: BoardView): boolean => {
  if (agreement !== undefined) return writtenNow(board.agreement).hash !== agreement.hash
  const { reworded, gone } = changesSince(cards, board)
  return reworded.size + gone.size > 0
}
