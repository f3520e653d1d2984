import type { Anonymity } from '../weighing/disclosure.ts'
import { askTheSame, KINDS, type KindRow } from './kinds.ts'
import type { Round } from './round.ts'

/** What a round asks, and how much of each answer it shows. */
type Asked = Pick<Round, 'kind' | 'of' | 'scale' | 'anonymity' | 'subject'>

/** How much of a single answer is shown, the least first. */
const EXPOSURE: readonly Anonymity[] = ['none', 'side', 'named']

/** Whether two rounds have a question in common, whatever became of the wording since. */
const shareQuestion = (one: Asked, other: Asked): boolean => {
  if (!askTheSame(one.kind, other.kind) || one.of !== other.of) return false
  const { about }: KindRow = KINDS[one.kind]
  // What asks about nothing on the table has one question a scale.
  if (about.length === 0) return one.scale === other.scale
  const text = one.subject.agreement?.hash
  if (text !== undefined) return text === other.subject.agreement?.hash
  return about.every(part => one.subject[part].some(({ id }) => other.subject[part].some(card => card.id === id)))
}

/** Whether somebody has seen something of its answers. */
const wasSeen = ({ state }: Round): boolean =>
  state.is === 'closed' || state.is === 'released' || (state.is === 'cancelled' && state.wasClosed)

/**
 * [N24] Whether a round shows more of each answer than one before that asked the same: whoever answers the same again lets
 * others see what they said then. It is said to whoever opens it and to everybody who answers.
 */
export const showsMoreThanBefore = (asked: Asked, before: Iterable<Round>): boolean =>
  [...before].some(
    round =>
      wasSeen(round) &&
      EXPOSURE.indexOf(round.anonymity) < EXPOSURE.indexOf(asked.anonymity) &&
      shareQuestion(asked, round),
  )
