import type { PulseScale, PulseStep } from '../../rounds/pulseScales.ts'

/** What a pulse asks, and what can be answered: on the screen and in the report. */
export const pulse = {
  question: {
    doing: 'How are we doing?',
    heard: 'Do you feel heard?',
    pace: 'How is the pace?',
  } satisfies Record<PulseScale, string>,
  step: {
    'very-well': 'very well',
    well: 'well',
    'so-so': 'so-so',
    badly: 'badly',
    'very-badly': 'very badly',
    fully: 'fully',
    mostly: 'mostly',
    partly: 'partly',
    hardly: 'hardly',
    'not-at-all': 'not at all',
    'much-too-fast': 'much too fast',
    'too-fast': 'too fast',
    right: 'just right',
    'too-slow': 'too slow',
    'much-too-slow': 'much too slow',
  } satisfies Record<PulseStep, string>,
}
