import { pulse as asked } from '@jointly/board/report/pulse.es'
import type { pulse as english } from '../en/pulse.ts'
import type { SameKeys } from '../sameKeys.ts'

export const pulse = {
  ...asked,
  questionMeans: {
    doing: 'De muy bien a muy mal.',
    heard: 'De por completo a para nada.',
    pace: 'De demasiado rápido a demasiado lento.',
  },
  ask: {
    title: 'Preguntar cómo vamos',
    intro:
      'Una pregunta breve sobre cómo va el trabajo en conjunto. Cada quien responde por su cuenta; no trata de lo que está sobre la mesa y no decide nada.',
    question: '¿Qué se pregunta?',
  },
  line: {
    open: '{{name}} pregunta: {{question}}',
    count_one: 'Respondió {{count}} persona.',
    count_other: 'Respondieron {{count}} personas.',
    closed: '{{question}} Ya están las respuestas; cada parte mira primero las suyas.',
    released: '{{question}} Aquí están las respuestas de todas las partes.',
    answer: 'Responder',
    change: 'Cambiar mi respuesta',
    look: 'Mirar',
    putAway: 'Archivar',
  },
  answer: {
    keys: 'Las teclas 1 a 5 eligen, Enter entrega.',
    why: '¿Unas palabras de por qué?',
    whyMore: 'Nadie está obligado a decir por qué.',
  },
  result: {
    answered_one: '{{count}} respondió',
    answered_other: '{{count}} respondieron',
    mean: '{{mean}} de media; 5 es {{warmest}}, 1 es {{coldest}}',
    nobody: 'nadie respondió',
    hidden: {
      few: 'muy pocas respuestas para mostrarlas sin nombres',
      'few-changed': 'muy pocas cambiaron para mostrarlo de nuevo sin nombres',
    },
    talk: 'De esto no se sigue nada por sí solo. ¿Qué ayudaría? Pregúntense.',
  },
} as const satisfies SameKeys<typeof english>
