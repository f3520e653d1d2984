import type { rounds as english } from '../en/rounds.ts'
import type { SameKeys } from '../sameKeys.ts'

export const rounds = {
  as: {
    numbers: {
      anonymity: {
        named: 'Con nombres',
        side: 'Solo con la parte',
        none: 'Solo como media',
      },
      anonymityMeans: {
        named: 'Quien ve el resultado ve quién respondió qué. Muestra dónde preguntar por qué.',
        side: 'Se muestra cada respuesta, sin nombre. De menos de cuatro respuestas de una parte, solo cuántas hubo.',
        none: 'No se muestra ninguna respuesta suelta, solo la media de cada parte. De menos de cuatro, solo cuántas hubo.',
      },
      all: 'Cómo se reparten sus respuestas',
      allMeans: {
        named: 'Cada respuesta, con el nombre de quien la dio.',
        side: 'Cada respuesta, sin nombres.',
        none: 'Cuántas personas respondieron, su media y cuánto se apartan sus respuestas.',
      },
      least: 'Solo la media de su parte',
      leastMeans: 'Cuántas personas respondieron y su media, no en qué difieren entre ustedes.',
    },
    signals: {
      anonymity: { named: 'Con nombres', side: 'Solo con la parte', none: 'Solo la postura de cada parte' },
      anonymityMeans: {
        named: 'Quien vea el resultado verá quién dijo qué, y por qué.',
        side: 'Las señales y razones se muestran sin nombre. De menos de cuatro respuestas de una parte, solo cuántas hubo.',
        none: 'No se muestra ninguna señal ni razón. De menos de cuatro respuestas de una parte, solo cuántas hubo.',
      },
      all: 'Señales y razones',
      allMeans: {
        named: 'Quién dijo qué, y por qué, con nombres.',
        side: 'Cuántas personas dijeron qué, y las razones, sin nombres.',
        none: 'Dónde está su parte, y nada más.',
      },
      least: 'Solo la postura de su parte',
      leastMeans: 'No en qué difieren entre ustedes, y ninguna razón.',
    },
    steps: {
      anonymity: { named: 'Con nombres', side: 'Solo con la parte', none: 'Solo como media' },
      anonymityMeans: {
        named: 'Quien vea el resultado verá quién dijo qué, y por qué.',
        side: 'Se muestra cuántas personas dijeron qué, y las razones sin nombre. De menos de cuatro respuestas de una parte, solo cuántas hubo.',
        none: 'Solo la media de cada parte en los cinco grados, y ninguna razón. De menos de cuatro respuestas, solo cuántas hubo.',
      },
      all: 'Cuántas personas dijeron qué, y por qué',
      allMeans: {
        named: 'Quién dijo cuál, y por qué, con nombres.',
        side: 'Cuántas personas dijeron cuál, y las razones, sin nombres.',
        none: 'Cuántas personas respondieron, y su media.',
      },
      least: 'Solo la media de su parte',
      leastMeans: 'Cuántas personas respondieron y su media, no en qué difieren entre ustedes, y ninguna razón.',
    },
  },

  namedToOwnSide:
    'Su propia parte ve quién respondió qué. Las demás ven solo la parte, según las reglas básicas; el registro conserva los nombres.',

  ask: {
    who: '¿Cómo se muestran las respuestas?',
    whoMore: 'Se fija ahora, se muestra a todos mientras responden y después no se puede cambiar.',
    closes: '¿Cuándo se cierra?',
    closesNever: 'Cuando alguien la cierre',
    closesIn_one: 'En {{count}} minuto',
    closesIn_other: 'En {{count}} minutos',
    closesAt: 'En un momento que usted fije',
    closesWhen: 'Día y hora',
    closesBad: 'Un momento que esté por venir.',
    empty:
      'Nadie puede responder por: {{sides}}. Sin una respuesta de cada parte que decide no hay resultado conjunto.',
    small:
      'Menos de cuatro personas pueden responder por: {{sides}}. Sin nombres solo se mostrará cuántas respondieron.',
    showsMore:
      'Una ronda anterior preguntó algo de esto y mostró menos de cada respuesta. Quien vuelva a responder lo mismo deja ver a los demás lo que dijo entonces.',
    start: 'Abrir la ronda',
  },

  answer: {
    sealed:
      'Hasta que se cierre la ronda nadie más puede abrirla aquí; queda sellada en {{host}}, y quien administra ese servidor podría leerla.',
    showsMore:
      'Una ronda anterior preguntó algo de esto y mostró menos de cada respuesta. Si usted vuelve a responder lo mismo, los demás pueden ver lo que dijo entonces.',
    handIn: 'Entregar',
    handInPart: 'Entregar lo que tengo',
    handInAgain: 'Entregar de nuevo',
    handedIn: 'Su respuesta está sellada. Puede cambiarla hasta que se cierre la ronda.',
    other:
      'Mientras tanto entregó otra cosa, en otra pestaña o en otro dispositivo. Si entrega lo que hay aquí, ocupará su lugar.',
    takeOther: 'Mostrar lo que entregué',
    kept: 'Lo que no ha entregado queda en esta página: puede mirar otra cosa y volver. Al recargar se pierde.',
    moved:
      'Usted respondió por {{side}}. Esa respuesta cuenta allí hasta que entregue una por la parte en la que está ahora, que ocupará su lugar.',
    unfetched: 'No se pudo obtener su respuesta.',
    notYours: 'Responden quienes integran las partes. Usted ve quién lo ha hecho.',
  },

  line: {
    open: '{{name}} pregunta: {{question}}',
    question: {
      rating: '¿Cómo están las opciones?',
      weights: '¿Cuánto cuenta cada criterio?',
      ranks: '¿En qué orden cuentan los criterios?',
      'no-agreement': '¿Qué vale para nuestra parte no llegar a un acuerdo?',
      consensus: '¿Pueden todas las personas vivir con ello?',
    },
    answer: 'Responder',
    look: 'Ir allí',
  },

  clock: {
    until: 'Se reciben respuestas hasta: {{time}}; luego la ronda se cierra sola.',
    left: 'Quedan {{left}}.',
    lastMinute: 'Queda un minuto para responder.',
    over: 'Se acabó el tiempo: la ronda se está cerrando.',
  },

  unsent: {
    title: 'Sin entregar',
    byTime: 'Usted no había entregado esto cuando la ronda se cerró por su hora ({{time}}).',
    closed: 'Usted no había entregado esto cuando se cerró la ronda.',
    cancelled: 'Usted no había entregado esto cuando se canceló la ronda.',
    nothingCounts: 'No cuenta. Queda solo en esta página hasta que usted lo archive.',
    earlierCounts:
      'Cuenta lo que había entregado antes. Lo demás queda solo en esta página hasta que usted lo archive.',
    lines_one: '{{count}} línea',
    lines_other: '{{count}} líneas',
    putAway: 'Archivarlo',
  },

  answered: {
    title: 'Quién ha respondido',
    of: '{{count}} de {{of}}',
    has: 'ha respondido',
    missing: 'todavía no',
    close: 'Cerrar la ronda',
    closeNow: 'Cerrarla ahora',
    closeMissing_one: 'Falta {{count}} persona por responder: {{names}}. Tras el cierre ya no responde nadie.',
    closeMissing_other: 'Faltan {{count}} personas por responder: {{names}}. Tras el cierre ya no responde nadie.',
    closeAll: 'Han respondido todos. Cada parte verá primero su propio resultado.',
    cancel: 'Cancelar la ronda',
    cancelTitle: '¿Cancelar la ronda y destruir sus respuestas?',
    cancelWhat: 'Se destruyen todas las respuestas, sin que la otra parte las vea, y no se pueden recuperar.',
    cancelSeen:
      'Los resultados que cada parte vio de sí misma, que no nombran a nadie, quedan sellados en el servidor: si se vuelve a preguntar lo mismo, no se muestra nada de lo que pueda leerse que unas pocas personas cambiaron de opinión.',
    cancelled: 'La última ronda se canceló. Sus respuestas se destruyeron.',
  },

  closed: {
    title: 'El resultado de su propia parte',
    alone: 'Solo su parte ve esto. Cada otra parte ve el suyo.',
    wait: 'La ronda está cerrada. Cada parte mira su propio resultado.',
    byTime: 'La ronda se cerró por su hora ({{time}}). Cada parte mira su propio resultado.',
    waits: 'El resultado conjunto espera a: {{sides}}.',
    released: '{{side}} ha liberado su resultado.',
    youReleased: 'Su parte lo ha liberado. El resultado conjunto espera a: {{sides}}.',
    rules:
      'El resultado conjunto espera las reglas básicas: primero las acepta la copresidencia de cada parte que decide.',
    heldByYou: 'Usted retiene el resultado de su parte. Nadie más puede liberarlo.',
    heldBy: '{{name}} retiene el resultado de su parte.',
    held: '{{side}} retiene su resultado.',
    unfetched: 'No se pudo obtener el resultado propio de su parte.',
    silent: 'No habrá resultado conjunto: sin respuesta quedó {{sides}}. Cancele la ronda y pregunte de nuevo.',
    ownSide: 'Solo su parte ve esto. Sigue así hasta que lo libere quien actúa por su parte.',
  },

  release: {
    release: 'Liberarlo',
    title: '¿Liberar el resultado de su parte?',
    what: 'Aparece para todos, junto con el de la otra parte, cuando cada parte que decide lo ha liberado. Desde entonces no se puede retirar.',
    own: 'Aparece para todos enseguida, y desde ahí cuenta el mapa. No se puede retirar.',
    depth: '¿Qué ven los demás?',
    hold: 'Quien actúa por su parte puede retenerlo hasta que aparezca el resultado conjunto, también después de liberarlo.',
    holdIt: 'Retenerlo',
  },
} as const satisfies SameKeys<typeof english>
