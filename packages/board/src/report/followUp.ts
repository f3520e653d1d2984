import { courseOf, outcomeOf } from '../followup/process.ts'
import type { Process } from '../process.ts'

/** Follow-up as the report tells it: actions with what each side said of them, indicators with their values, meetings. */
export const followUpReport = (process: Process) => {
  const { actions, indicators, reviews } = process.followUp
  return {
    actions: [...actions.values()].map(({ confirmed, ...action }) => ({
      ...action,
      confirmed: Object.fromEntries(confirmed),
      outcome: outcomeOf({ confirmed }, process),
    })),
    indicators: [...indicators.values()].map(({ values: _byDay, ...indicator }) => ({
      ...indicator,
      values: courseOf({ ...indicator, values: _byDay }),
    })),
    reviews: [...reviews.values()],
  }
}
