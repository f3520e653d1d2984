import type { RoundId, SideId } from '../ids.ts'
import type { RoundKind } from './answers.ts'
import { type EarlierResult, RESULTS, type ResultOf, type RoundResult } from './results.ts'
import type { Round, SealedAnswer } from './round.ts'

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

/** The released results of the other rounds that asked the same, whatever became of the cards since. */
const earlierResults = (rounds: Rounds, { id, kind, of }: Round): readonly EarlierResult[] =>
  releasedOf(rounds, kind).filter(({ round }) => round.id !== id && round.of === of)

/** [N3] What a side learns of its own answers once the round is closed: all that the anonymity allows. */
export const sideResult = ({
  rounds,
  round,
  side,
  answers,
}: {
  rounds: Rounds
  round: Round
  side: SideId
  answers: readonly SealedAnswer[]
}): RoundResult =>
  RESULTS[round.kind]({
    round,
    answers: answers.filter(answer => answer.side === side),
    spread: { [side]: true },
    earlier: earlierResults(rounds, round),
  })

/** [N5] What everybody learns once every deciding side has released. A side that advises shows its means alone. */
export const jointResult = ({
  rounds,
  round,
  answers,
  spread,
}: {
  rounds: Rounds
  round: Round
  answers: readonly SealedAnswer[]
  spread: Readonly<Record<SideId, boolean>>
}): RoundResult => RESULTS[round.kind]({ round, answers, spread, earlier: earlierResults(rounds, round) })
