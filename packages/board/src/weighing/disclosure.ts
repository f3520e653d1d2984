import type { Cell } from './ratings.ts'

/** Fixed at the opening of a round and never weakened. */
export type Anonymity = 'named' | 'side' | 'none'

/** Without names, no mean of fewer answers than this: from three one can guess, from two each knows the other's. */
export const FEWEST_WITHOUT_NAMES = 4

/**
 * [Q17] What may be shown of one side's `answered` answers: the result, or only how many answered. Ask it for a round and
 * again for every cell (`discloseCell`), since a cell has fewer answers than its round.
 */
export const shownOf = ({ anonymity, answered }: { anonymity: Anonymity; answered: number }): 'result' | 'answered' =>
  anonymity === 'named' || answered >= FEWEST_WITHOUT_NAMES ? 'result' : 'answered'

/**
 * [Q18] What may be shown of two results of one question to one side, asked twice. `before` and `after`: how many
 * answered; `changed`: how many members' answers differ between the two, those who came or went included (count it
 * while the answers are still sealed with their members).
 * With fewer than 4 changed the earlier result stands, and of the later one only "answered" is shown: the minutes keep
 * what was released, so whoever is given the second result has the difference too, and with it a few people's change of
 * mind.
 */
export const shownOfTwo = ({
  anonymity,
  before,
  after,
  changed,
}: {
  anonymity: Anonymity
  before: number
  after: number
  changed: number
}): 'both' | 'earlier' | 'later' | 'neither' => {
  const earlier = shownOf({ anonymity, answered: before }) === 'result'
  const later = shownOf({ anonymity, answered: after }) === 'result'
  if (!earlier) return later ? 'later' : 'neither'
  return later && shownOf({ anonymity, answered: changed }) === 'result' ? 'both' : 'earlier'
}

/** A cell with too few answers: neither mean nor spread, nor how many of the `answered` could judge. */
export type HiddenCell = {
  readonly hidden: true
  readonly answered: number
  readonly mean: null
  readonly spread: null
}

/**
 * [Q17] A cell of a round as it may leave the server. Compute values, flips and all else from these and not from the full
 * ones, or a value would give away the mean that its cell hides.
 */
export const discloseCell = (cell: Cell, anonymity: Anonymity): Cell | HiddenCell =>
  shownOf({ anonymity, answered: cell.n }) === 'result' ? cell : hiddenCell(cell.n + cell.missing)

export const hiddenCell = (answered: number): HiddenCell => ({ hidden: true, answered, mean: null, spread: null })
