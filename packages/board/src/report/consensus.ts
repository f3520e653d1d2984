import type { SideId } from '../ids.ts'
import type { Process } from '../process.ts'
import { outcomeOfSides } from '../rounds/consensus.ts'
import { rungsOf } from '../rounds/consensusScales.ts'
import { releasedOf } from '../rounds/result.ts'
import { isOtherNow } from '../rounds/subject.ts'
import type { BoardView } from '../view.ts'
import { ordinalOf } from '../weighing/ordinal.ts'
import { tableOf } from '../weighing/table.ts'

/** Every consensus test that was released, the last one last: what it asked, where each side stood, and what follows. */
export const consensusReport = ({ rounds, sides }: Pick<Process, 'rounds' | 'sides'>, board: BoardView) =>
  releasedOf(rounds, 'consensus').map(({ round, at, result }) => ({
    ...{ round: round.id, subject: round.subject, scale: round.scale, anonymity: round.anonymity },
    ...{ attribution: round.attribution, quorum: round.quorum, openedAt: round.openedAt, releasedAt: at },
    /** Whether what it asked about is another text or wording by now. */
    changed: isOtherNow(round.subject, board),
    outcome: outcomeOfSides(result, sides),
    ...result,
    /** By side how alike its signals are, where they are shown. */
    ordinal: tableOf(Object.keys(result.signals) as SideId[], side => {
      const counts = result.signals[side] ?? null
      return counts && ordinalOf(rungsOf(round.scale).map(signal => counts[signal] ?? 0))
    }),
  }))
