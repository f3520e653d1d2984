import type { SideId } from '../ids.ts'
import type { Process } from '../process.ts'
import { stepNumber, stepsOf } from '../rounds/pulseScales.ts'
import { releasedOf } from '../rounds/result.ts'
import { tableOf } from '../weighing/table.ts'
import { ordinalOfCell } from './ordinal.ts'

/** Every pulse that was released, the last one last: what it asked, and how each side answered. */
export const pulsesReport = ({ rounds }: Pick<Process, 'rounds'>) =>
  releasedOf(rounds, 'pulse').map(({ round, at, result }) => ({
    ...{ round: round.id, scale: round.scale, anonymity: round.anonymity },
    ...{ attribution: round.attribution, openedAt: round.openedAt, releasedAt: at },
    ...result,
    /** By side how alike its steps are, where they are shown. */
    ordinal: tableOf(Object.keys(result.steps) as SideId[], side =>
      ordinalOfCell(
        result.steps[side],
        stepsOf(round.scale).flatMap(step => stepNumber(round.scale, step) ?? []),
      ),
    ),
  }))
