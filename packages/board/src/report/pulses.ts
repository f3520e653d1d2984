import type { Process } from '../process.ts'
import { releasedOf } from '../rounds/result.ts'

/** Every pulse that was released, the last one last: what it asked, and how each side answered. */
export const pulsesReport = ({ rounds }: Pick<Process, 'rounds'>) =>
  releasedOf(rounds, 'pulse').map(({ round, at, result }) => ({
    ...{ round: round.id, scale: round.scale, anonymity: round.anonymity },
    ...{ attribution: round.attribution, openedAt: round.openedAt, releasedAt: at },
    ...result,
  }))
