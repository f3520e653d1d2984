import { z } from 'zod'

/**
 * The questions of a pulse, each with its five steps from the warmest to the coldest. They are fixed, and ask how the work
 * together goes and never of what lies on the table: whatever a pulse brings, nothing has been voted on.
 */
export const PULSE_SCALES = {
  doing: ['very-well', 'well', 'so-so', 'badly', 'very-badly'],
  heard: ['fully', 'mostly', 'partly', 'hardly', 'not-at-all'],
  pace: ['much-too-fast', 'too-fast', 'right', 'too-slow', 'much-too-slow'],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string, string]>>
export type PulseScale = keyof typeof PULSE_SCALES
export type PulseStep = (typeof PULSE_SCALES)[PulseScale][number]

const isScale = (scale: string): scale is PulseScale => Object.hasOwn(PULSE_SCALES, scale)

/** The steps of a scale in their order; none of a scale that is not one of pulses. */
export const stepsOf = (scale: string): readonly PulseStep[] => (isScale(scale) ? PULSE_SCALES[scale] : [])

/** 5 for the first step of a scale to 1 for its last; null where it has no such step. */
export const stepNumber = (scale: string, step: PulseStep): number | null => {
  const steps = stepsOf(scale)
  const at = steps.indexOf(step)
  return at < 0 ? null : steps.length - at
}

/** One step, and for whoever wants to say it a few words of why. */
export const PulseAnswer = z.strictObject({
  step: z.enum(Object.values(PULSE_SCALES).flat() as [PulseStep, ...PulseStep[]]),
  why: z.string().trim().min(1).max(200).optional(),
})
export type PulseAnswer = z.infer<typeof PulseAnswer>
