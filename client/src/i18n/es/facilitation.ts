import type { facilitation as english } from '../en/facilitation.ts'
import type { SameKeys } from '../sameKeys.ts'

export const facilitation = {
  only: 'Abrir solo un paso…',
  onlyEnd: 'Abrir otra vez los demás',
  title: 'Facilitar',
  close: 'Cerrar el panel',
  step: 'Paso',
  stepNow: 'Abierto para todos: {{step}}',
  openStep: 'Abrir “{{step}}” para todos',
  writing: 'Escritura',
  writingOn: 'Todas las personas que pueden escribir, escriben.',
  pauseNow: 'Pausar ahora',
  pauseIn: 'Pausar en {{time}}',
  resume: 'Seguir escribiendo',
  keepWriting: 'No pausar',
  layout: 'Disposición',
  locked: 'Cada integrante ubica sus propias tarjetas en la pizarra.',
  unlocked: 'Cualquiera puede ubicar cualquier tarjeta en la pizarra.',
  lock: 'Fijar la disposición',
  unlock: 'Liberar la disposición',
  pulse: 'Pulso',
  pulseMeans: 'Cómo va el trabajo en conjunto, en un minuto.',
  pulseRuns: 'Hay uno en curso; su línea está arriba en el tablero.',
  askPulse: 'Preguntar cómo vamos',
  clock: 'Reloj',

  closing: {
    title: 'Abrir solo un paso',
    means:
      'Se avisa a todas las personas con un reloj. Cuando se acaba, solo quien facilita escribe en otros pasos; lo que llega tarde espera en la bandeja de quien lo escribió, y usted lo puede dejar entrar.',
    step: 'Qué paso queda abierto',
    warning: 'Con cuánto tiempo se avisa',
    announce: 'Avisar',
  },
} as const satisfies SameKeys<typeof english>
