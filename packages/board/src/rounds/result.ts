import type { RoundId, SideId } from '../ids.ts'
import type { RoundKind } from './answers.ts'
import { askTheSame } from './kinds.ts'
import { type EarlierResult, type Material, RESULTS, type ResultOf, type RoundResult } from './results.ts'
import type { Round, SealedAnswer, SeenResult } from './round.ts'

type Rounds = ReadonlyMap<RoundId, Round>

/** The rounds of a kind that were released, in the order in which they were opened, each with its result. */
export const releasedOf = <Kind extends RoundKind>(
  rounds: Rounds,
  kind: Kind,
): readonly { readonly round: Round; readonly at: string; readonly result: ResultOf<Kind> }[] =>
  [...rounds.values()].flatMap(round =>
    round.kind === kind && round.state.is === 'released'
      ? // A round's result is of the round's own kind.
        [{ round, at: round.state.at, result: round.state.result as ResultOf<Kind> }]
      : [],
  )

/** A closed round with its sealed answers, and what sides have seen of others that the minutes do not say. */
type Unsealed = {
  readonly rounds: Rounds
  readonly round: Round
  readonly answers: readonly SealedAnswer[]
  readonly seen: readonly SeenResult[]
}

/** What a side has seen of the other rounds that asked the same, whatever became of the cards since. */
const earlierOf = ({ rounds, round, seen }: Unsealed, side: SideId): readonly EarlierResult[] =>
  [...rounds.values()].flatMap(other => {
    if (other.id === round.id || !askTheSame(other.kind, round.kind) || other.of !== round.of) return []
    const own = seen.find(one => one.round === other.id && one.side === side)?.result
    const result = own ?? (other.state.is === 'released' ? other.state.result : null)
    return result === null ? [] : [{ round: other, result }]
  })

const resultOf = (unsealed: Unsealed, spread: Material['spread']): RoundResult => {
  const { round, answers } = unsealed
  return RESULTS[round.kind]({ round, answers, spread, earlier: side => earlierOf(unsealed, side) })
}

/** [N3] What a side learns of its own answers once the round is closed: all that the anonymity allows. */
export const sideResult = ({ side, ...unsealed }: Unsealed & { side: SideId }): RoundResult =>
  resultOf({ ...unsealed, answers: unsealed.answers.filter(answer => answer.side === side) }, { [side]: true })

/** [N5] What everybody learns once every deciding side has released. What a side that advises says is its advice: it is shown as the round said. */
export const jointResult = ({ spread, ...unsealed }: Unsealed & { spread: Material['spread'] }): RoundResult =>
  resultOf(unsealed, spread)

/**
 * [Q18] What sides have seen of a round that ends, beyond what the minutes will say: kept by the server when the answers go,
 * so that it counts when the same is asked again. Without names, and without reasons. Of a round with names nothing is kept.
 */
export const seenResults = ({
  spread,
  ...unsealed
}: Unsealed & { spread: Readonly<Record<SideId, boolean>> }): readonly SeenResult[] => {
  const { round, answers } = unsealed
  if (round.anonymity === 'named') return []
  const sides = [...new Set(answers.map(({ side }) => side))].filter(side => spread[side] !== true)
  return sides.map(side => {
    const own = sideResult({ ...unsealed, side })
    return { round: round.id, side, result: 'reasons' in own ? { ...own, reasons: {} } : own }
  })
}
