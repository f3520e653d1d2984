import type { Circumstances } from './access.ts'
import { erasedCards } from './erasures.ts'
import type { Member } from './people.ts'
import { FIRST_STEP, type Process } from './process.ts'
import type { Step } from './templates.ts'

/** [M2] Whether editing is paused at `now` (milliseconds since 1970): from the announced moment on, not before. */
export const editingPaused = (process: Process, now: number): boolean =>
  process.pause !== null && now >= Date.parse(process.pause.from)

/** The present step. A step that the template does not have cannot be opened, so there always is one. */
export const presentStep = (process: Process): Step =>
  process.steps.find(step => step.id === process.stage.step) ?? process.steps[0] ?? FIRST_STEP

/**
 * [M8] The circumstances that acts are judged in at `now`: a stage with `only` binds from its announced moment on, a lock
 * of the layout from when it was made. What was let in late may come as long as that closing holds.
 */
export const circumstances = (process: Process, now: number): Circumstances => ({
  locked: process.locked && now >= Date.parse(process.lockedFrom),
  only: isClosed(process, now) ? presentStep(process).stage : null,
  ...(isClosed(process, now) && process.late.size > 0 && { late: letInNow(process) }),
  ...(process.rules.inForce !== null && { bound: process.rules.bound }),
  ...(process.erasures.size > 0 && { erased: erasedCards(process) }),
})

/** Whether one stage alone is open at `now`. */
const isClosed = ({ stage }: Process, now: number): boolean => stage.only && now >= Date.parse(stage.from)

const letInNow = ({ late, stage }: Process): Circumstances['late'] =>
  new Map(
    [...late].filter(([, { closedFrom }]) => closedFrom === stage.from).map(([card, { member }]) => [card, member]),
  )

/** [M11] A newcomer acknowledges the ground rules in force before they write or decide anything. */
export const mustAcknowledge = ({ rules }: Process, member: Pick<Member, 'id'>): boolean =>
  rules.inForce !== null && !rules.bound.has(member.id)
