import type { PulseScale, PulseStep } from '../../rounds/pulseScales.ts'

/** The same in Spanish. */
export const pulse = {
  question: {
    doing: '¿Cómo vamos?',
    heard: '¿Siente que se le escucha?',
    pace: '¿Cómo va el ritmo?',
  } satisfies Record<PulseScale, string>,
  step: {
    'very-well': 'muy bien',
    well: 'bien',
    'so-so': 'regular',
    badly: 'mal',
    'very-badly': 'muy mal',
    fully: 'por completo',
    mostly: 'en general',
    partly: 'en parte',
    hardly: 'apenas',
    'not-at-all': 'para nada',
    'much-too-fast': 'demasiado rápido',
    'too-fast': 'algo rápido',
    right: 'justo',
    'too-slow': 'algo lento',
    'much-too-slow': 'demasiado lento',
  } satisfies Record<PulseStep, string>,
}
