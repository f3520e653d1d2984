import type { door as english } from '../en/door.ts'
import type { SameKeys } from '../sameKeys.ts'

export const door = {
  title: 'Tome su lugar en la mesa',
  titleReturn: 'Qué bueno que volvió',
  invitedBy: '{{by}} le invita al equipo conjunto',
  returnTo: 'Este es el enlace personal de {{name}} al equipo conjunto',
  as: 'Usted viene como',
  waits: 'La copresidencia por {{side}} tendrá que admitirle. Hasta entonces no verá ningún tablero.',
  awaits: 'Falta que le acepten por {{sides}}. Hasta entonces no verá ninguno de los tableros.',
  host: 'Los tableros están en {{host}}. Quien administra ese servidor puede leer lo que hay en él.',
  name: 'Su nombre',
  nameHelp: 'Aparece en todo lo que escriba, a la vista de todo el equipo.',
  nameMissing: 'Por favor, escriba primero su nombre.',
  nameTooLong: 'Por favor, use 60 letras como máximo.',
  join: {
    alone: {
      facilitator: 'Entrar a facilitar',
      'co-chair': 'Entrar a la copresidencia',
      member: 'Entrar como integrante',
      observer: 'Entrar a observar',
      guest: 'Entrar como persona invitada',
    },
    of: {
      facilitator: 'Entrar a facilitar por {{side}}',
      'co-chair': 'Entrar a la copresidencia por {{side}}',
      member: 'Entrar como integrante por {{side}}',
      observer: 'Entrar a observar por {{side}}',
      guest: 'Entrar como persona invitada por {{side}}',
    },
  },
  continueAs: 'Continuar como {{name}}',
  already: 'En este navegador usted ya está en este equipo.',
  alreadySeveral: 'En este navegador usted ya está en este equipo, como varias personas.',
  somebodyElse: 'Entrar como otra persona',
  shut: {
    title: 'Este enlace ya no abre',
    wrongTitle: 'Este enlace no lleva a ninguna parte',
    expired: 'Valía por un tiempo limitado, y ese tiempo terminó.',
    revoked: 'Lo retiró la persona que lo creó, o alguien de la copresidencia.',
    usedUp: 'Ya lo usaron tantas personas como las previstas.',
    wrong:
      'Quizá se perdió un pedazo en el camino: los programas de correo suelen cortar los enlaces largos. Cópielo completo, de la primera letra a la última.',
    ask: 'Pida uno nuevo a la persona que se lo envió. Si usted ya estuvo en el equipo, la copresidencia de su parte puede darle un enlace de regreso: volverá como la misma persona, con todo lo que escribió.',
    continue:
      'Si ya entró antes en este navegador, no necesita ningún enlace: sus equipos están en la página de inicio.',
  },
} as const satisfies SameKeys<typeof english>
