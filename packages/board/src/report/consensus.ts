import type { Process } from '../process.ts'
import { outcomeOfSides } from '../rounds/consensus.ts'
import { releasedOf } from '../rounds/result.ts'

/** Every consensus test that was released, the last one last: what it asked, where each side stood, and what follows. */
export const consensusReport = ({ rounds, sides }: Pick<Process, 'rounds' | 'sides'>) =>
  releasedOf(rounds, 'consensus').map(({ round, at, result }) => ({
    ...{ round: round.id, subject: round.subject, scale: round.scale, anonymity: round.anonymity },
    ...{ quorum: round.quorum, openedAt: round.openedAt, releasedAt: at },
    outcome: outcomeOfSides(result, sides),
    ...result,
  }))
