import type { erasing as english } from '../en/erasing.ts'
import type { SameKeys } from '../sameKeys.ts'

export const erasing = {
  title: 'Lo que se propone borrar',
  none: 'No se propone borrar nada.',
  help: 'Tiene que aceptarlo la copresidencia de cada parte que decide. Hasta entonces, quien lo propuso lo puede retirar.',
  by: 'Lo propuso {{name}}',
  agreed: 'Aceptaron: {{sides}}',
  awaited: 'Faltan: {{sides}}',
  agree: 'Aceptar…',
  withdraw: 'Retirar la propuesta',
  withdrawn: 'La propuesta se retiró. No se borró nada.',
  sure: '¿Borrar para siempre?',
  means_one:
    'Si su aceptación es la última, las palabras, la fuente y la imagen de esta tarjeta salen del tablero, del registro, de sus estados anteriores y de todas sus copias. Nadie las puede recuperar. Queda a la vista que aquí hubo una tarjeta y quiénes lo aceptaron.',
  means_other:
    'Si su aceptación es la última, las palabras, fuentes e imágenes de estas {{count}} tarjetas salen del tablero, del registro, de sus estados anteriores y de todas sus copias. Nadie las puede recuperar. Queda a la vista que aquí hubo tarjetas y quiénes lo aceptaron.',
  limits: 'No alcanza a respaldos hechos antes, a exportaciones ni a lo que alguien copió.',
  now: 'Aceptar que se borre para siempre',
} as const satisfies SameKeys<typeof english>
