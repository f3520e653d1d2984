import type { Process } from '../process.ts'
import type { RoundKind } from '../rounds/answers.ts'
import { releasedOf } from '../rounds/result.ts'

/** The kinds of rounds whose results make up the weighing; tests for consensus and pulses are told by themselves. */
const WEIGHING = ['rating', 'weights', 'ranks', 'no-agreement'] as const satisfies readonly RoundKind[]
export type WeighingKind = (typeof WEIGHING)[number]

/**
 * Every round of the weighing that was released, the last one last, and who answered what in those that show it: exactly as
 * deep as its released result, which the minutes hold.
 */
export const roundsReport = ({ rounds }: Pick<Process, 'rounds'>) =>
  WEIGHING.flatMap(kind =>
    releasedOf(rounds, kind).map(({ round, at, result }) => ({
      ...{ round: round.id, kind, of: round.of, scale: round.scale, anonymity: round.anonymity },
      ...{ attribution: round.attribution, openedAt: round.openedAt, releasedAt: at, sides: result.sides },
      ...(result.people && { people: result.people }),
    })),
  ).sort((a, b) => (a.releasedAt < b.releasedAt ? -1 : 1))
