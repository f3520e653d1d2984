import { type AgreementVersion, sidesUnsigned, TENTATIVE } from '../agreement/agreement.ts'
import { clausesOf, leftOut } from '../agreement/clauses.ts'
import { agreedVersion, isEdited, latestVersion } from '../agreement/decide.ts'
import { writtenNow } from '../agreement/text.ts'
import type { CardId } from '../ids.ts'
import type { Move } from '../moves.ts'
import type { Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import { type ClauseHistory, clauseHistory, whenAgreed } from './clauseHistory.ts'

const fixed = ({ signatures, agreedRow: _, ...version }: AgreementVersion) => ({
  ...version,
  signatures: [...signatures.values()],
})

/** A version before its signers, one that all have signed, or a text that nobody was asked to sign. */
const stateOf = (version: AgreementVersion | null) =>
  version === null ? 'draft' : version.agreedAt === null ? 'proposed' : 'agreed'

/** The board as it lay after a row of its log. */
export type BoardAt = { readonly row: number; readonly board: BoardView }

type Told = {
  readonly process: Process
  readonly board: BoardView
  readonly minutes: readonly Move[]
  /** As of the last signature; what is told is told of now without it. */
  readonly signed?: BoardAt | null
}

/**
 * The agreement as the report tells it: the version that all have signed, before that the one before its signers, before
 * that the text on the table. `draft` is the text on the table where it is another one by now: the signatures do not
 * belong to it. `clauses` are the lines of what is told with the cards that they serve, `history` how each came about,
 * `leftOut` the interests that none of them serves; nobody is asked what a text without such clauses leaves out. Of a version
 * that all have signed both are told as of the last signature, with what lay on the board then if that is at hand. `versions` are all that were proposed, with who signed each.
 */
export const agreementReport = ({ process, board, minutes, signed }: Told) => {
  const version = agreedVersion(process) ?? latestVersion(process)
  const { text } = writtenNow(board.agreement)
  const told = version === null ? null : fixed(version)
  const clauses = told?.clauses ?? (process.board === null ? [] : clausesOf(board.agreement.body, process.board))
  const then = version === null || version.agreedAt === null ? null : whenAgreed(minutes, version)
  const lay = then !== null && signed != null && signed.row === version?.agreedRow ? signed.board : null
  // Without the words of then, those of now may be others, and do not undo what was confirmed of the ones before.
  const counted = then !== null && lay === null ? 'before' : 'now'
  const at = { clauses, board: lay ?? board, process: then ?? process, counted } as const
  const history = clauseHistory(at)
  const left = clauses.length === 0 ? [] : leftOut(at).map(({ card, suggested }) => ({ card: card.id, suggested }))
  return {
    note: TENTATIVE,
    state: stateOf(version),
    version: told?.version ?? null,
    hash: told?.hash ?? null,
    text: told?.text ?? text,
    signers: told?.signers ?? [],
    signatures: told?.signatures ?? [],
    /** Nobody who acts for these has signed. */
    sidesUnsigned: version === null ? [] : sidesUnsigned(version, process.sides),
    agreedAt: told?.agreedAt ?? null,
    ratifications: told?.ratifications ?? [],
    draft: version !== null && isEdited(version, board) ? text : null,
    clauses,
    history: {
      asOf: then?.at ?? null,
      /** The same, where the cards and links are those of then as well. */
      cardsAsOf: lay === null ? null : (then?.at ?? null),
      /** What the cards that are named here said. */
      words: wordsOf([...cardsIn(history), ...left.map(({ card }) => card)], at.board),
      clauses: history,
    },
    leftOut: left,
    versions: process.agreement.map(fixed),
  }
}

const cardsIn = (history: readonly ClauseHistory[]): CardId[] =>
  history.flatMap(({ options, interests, others }) => [
    ...options.flatMap(({ option, means }) => [option, ...(Object.keys(means) as CardId[])]),
    ...interests,
    ...others,
  ])

const wordsOf = (cards: readonly CardId[], board: BoardView): Readonly<Record<CardId, string>> =>
  Object.fromEntries(cards.flatMap(id => (board.card(id) === undefined ? [] : [[id, board.card(id)?.text ?? '']])))
