import type { caucus as english } from '../en/caucus.ts'
import type { SameKeys } from '../sameKeys.ts'

export const caucus = {
  asked: {
    said: '{{side}}: le invitan a su receso.',
    open: 'Entrar por invitación…',
    title: '{{side}}: le invitan a su receso',
    means:
      'Usted ve todo lo que hay en esa sala, también de recesos anteriores, y puede escribir allí con su nombre. Fuera de esa parte nadie se entera de que está allí.',
    ends: 'Cuando el receso termina, usted sale. Lo que hay allí está en {{host}}; quien opera ese servidor puede leerlo.',
    enter: 'Entrar',
    here: 'Usted está aquí como persona invitada, hasta que termine el receso.',
  },
  readersShort_one: 'Solo {{count}} persona puede leer esto, y quien administra {{host}}.',
  readersShort_other: 'Solo {{count}} personas pueden leer esto, y quien administra {{host}}.',
  guests: {
    ask: 'Personas invitadas…',
    askHelp: 'Dejar entrar a una persona invitada de su parte hasta que termine el receso.',
    title: 'Personas invitadas en este receso',
    means:
      'Quien entra como persona invitada ve todo lo que hay en esta sala, desde el principio, y puede escribir. Sale cuando el receso termina, y fuera nadie se entera.',
    none: 'No hay personas invitadas con su parte. Un enlace de la página del equipo les da un lugar.',
  },
} as const satisfies SameKeys<typeof english>
