import type { people as english } from '../en/people.ts'
import type { SameKeys } from '../sameKeys.ts'

export const people = {
  button_one: 'Quién está aquí: {{count}} persona',
  button_other: 'Quiénes están aquí: {{count}} personas',
  title: 'Quiénes están aquí',
  more: '+{{count}}',
  hereOf: '{{here}} de {{of}} aquí',
  here: 'aquí',
  away: 'no está',
  you: 'usted',
  neutral: 'Sin parte',
  advises: 'asesora',
  nobody: 'Aquí no hay nadie todavía.',
  waiting: 'En espera de admisión',
  waitingFor: 'Admite la copresidencia por {{side}}',
  admit: 'Admitir',
  admitNamed: 'Admitir a {{name}}',
  admitted: '{{name}} ya entró.',
  awaited: 'En espera de aceptación',
  awaitedBy: 'falta que le acepten por {{sides}}',
  awaitsYou: '{{name}} ({{role}}) espera el sí de su parte y, hasta entonces, no ve ningún tablero.',
  accept: 'Aceptar',
  acceptNamed: 'Aceptar a {{name}}',
  accepted: 'Su parte aceptó a {{name}}.',
  invite: 'Invitar',
  returnLink: 'Su camino de regreso',
  returnHint:
    'Un enlace solo para usted, para otro dispositivo o para dentro de unas semanas. Quien lo abra será usted.',
  returnMake: 'Crear un enlace de regreso',
  returnField: 'Su enlace de regreso',
} as const satisfies SameKeys<typeof english>
