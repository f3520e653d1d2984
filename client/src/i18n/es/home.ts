import type { home as english } from '../en/home.ts'
import type { SameKeys } from '../sameKeys.ts'

export const home = {
  title: 'Sus equipos',
  welcome: 'Resuélvanlo en conjunto',
  intro: {
    what: 'Jointly es una pizarra en vivo donde un sindicato y una administración, y quien más deba estar en la mesa, trabajan al mismo tiempo en un mismo problema.',
    how: 'El tablero lleva del asunto a los intereses de cada parte, y de ahí a las opciones, los criterios y un acuerdo. Todo muestra quién lo dijo y por qué parte.',
    safe: 'Nada de lo que alguien haya visto se pierde, y ninguna parte decide por otra.',
  },
  glimpse: {
    caption: 'Intereses en un tablero: lo que importa a cada parte y, en medio, lo que importa a ambas.',
    union: 'Reglas justas y previsibles',
    mutual: 'Ninguna escuela con puerta giratoria',
    management: 'La mejor combinación de persona y puesto',
    both: 'Ambas partes',
  },
  invited: '¿Le invitaron?',
  openLink: 'Abra el enlace que le enviaron: le lleva directamente a su equipo. Después, esta página lo recuerda.',
  start: 'Crear un equipo',
  startAnother: 'Crear otro equipo',
  closed:
    'Aquí no se pueden crear equipos nuevos: quien administra {{host}} lo desactivó. Pídale que prepare uno para ustedes.',
  waiting: 'en espera de admisión',
  awaited: 'en espera de aceptación',
  teams: 'Equipos que este navegador conoce',
  open: 'Abrir {{team}} como {{name}}',
  create: {
    title: 'Crear un equipo',
    name: '¿Cómo se llama el equipo?',
    nameExample: 'Equipo conjunto de la escuela Lincoln',
    yourName: 'Su nombre',
    yourNameHelp:
      'Usted comienza facilitando: prepara el equipo y no habla en nombre de ninguna parte. Luego puede invitar a las demás personas.',
    sides: '¿Quiénes están en la mesa?',
    sidesHelp: 'Cada parte elige su propio nombre y su letra; aparecen en todo lo que escribe su gente.',
    sideName: 'Nombre de la parte',
    sideLetter: 'Letra',
    decides: 'Decide',
    advises: 'Asesora',
    voice: 'Qué hace {{side}}',
    unnamed: 'esta parte',
    addCommunity: 'Agregar familias y comunidad',
    add: 'Agregar una parte',
    remove: 'Quitar {{side}}',
    advising: 'Una parte que asesora escribe y es escuchada; los actos conjuntos no la esperan.',
    submit: 'Crear el equipo',
    wrong: {
      missing: 'Por favor, complete esto.',
      long: 'Por favor, acórtelo: {{most}} letras como máximo.',
      letterLong: 'Una letra o dos.',
      sameName: 'Otra parte tiene este nombre.',
      sameLetter: 'Otra parte tiene esta letra.',
      oneDecides: 'Al menos una parte tiene que decidir.',
    },
  },
  signOut: {
    open: 'Cerrar la sesión en este navegador',
    title: '¿Cerrar la sesión en este navegador?',
    text: 'Este navegador olvida quién es usted, en todos los equipos de esta página. Lo que escribió se queda donde está.',
    first:
      'Para volver necesitará un enlace. Obtenga primero un enlace de regreso en la página de cada equipo, si aún no lo tiene.',
    confirm: 'Cerrar la sesión',
    copyLeft:
      'Cerró la sesión, pero este navegador no pudo borrar su copia de un tablero. Cierre sus otras pestañas y luego borre los datos de este sitio en la configuración.',
    done: 'Este navegador ya no sabe quién es usted.',
  },
} as const satisfies SameKeys<typeof english>
