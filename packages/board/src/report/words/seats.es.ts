import type { seats as english } from './seats.en.ts'

/** The same in Spanish. */
export const seats: typeof english = {
  seat: {
    alone: {
      facilitator: 'Facilitación',
      'co-chair': 'Copresidencia',
      member: 'Integrante',
      observer: 'Observación',
      guest: 'Persona invitada',
    },
    of: {
      facilitator: 'Facilitación por {{side}}',
      'co-chair': 'Copresidencia por {{side}}',
      member: 'Integrante por {{side}}',
      observer: 'Observación por {{side}}',
      guest: 'Persona invitada por {{side}}',
    },
  },
  sidePhrase: { union: 'el sindicato', management: 'la administración', community: 'familias y comunidad' },
  sideName: { union: 'Sindicato', management: 'Administración', community: 'Familias y comunidad' },
}
