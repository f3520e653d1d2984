import type { consensus as english } from '../en/consensus.ts'
import type { SameKeys } from '../sameKeys.ts'

export const consensus = {
  title: 'Prueba de consenso',
  what: 'Se escuchó a todas las personas, pueden vivir con ello y lo apoyarán activamente. No se suman cabezas: cada parte responde por sí misma.',
  asked: 'Se pregunta por:',
  version: 'Versión {{version}} del texto',
  changedSince: 'Cambió después de que se preguntó.',
  cancelled: 'La última prueba se canceló. Sus respuestas se destruyeron.',

  scale: { thumbs: 'Pulgares', kaner: 'Ocho grados', fist: 'Del puño al cinco' },
  scaleMeans: {
    thumbs: 'Arriba, de lado o abajo: rápido, para una primera mirada.',
    kaner: 'Del respaldo pleno al veto (los grados de Kaner): donde importan los matices.',
    fist: 'De cinco dedos, ayudo a encabezarlo, al puño, que bloquea.',
  },
  signal: {
    up: 'Pulgar arriba: lo apoyo',
    sideways: 'Pulgar de lado: puedo vivir con ello y lo apoyaré',
    down: 'Pulgar abajo: no puedo vivir con ello',
    endorse: 'Respaldo pleno',
    minor: 'Acuerdo con un punto menor en discusión',
    reservations: 'Apoyo con reservas',
    abstain: 'Abstención',
    discuss: 'Hace falta conversar más',
    dislike: 'No me gusta, pero lo apoyaré',
    disagree: 'Desacuerdo serio',
    veto: 'Veto',
    five: 'Cinco: ayudaré a encabezarlo',
    four: 'Cuatro: una buena solución',
    three: 'Tres: puedo vivir con ello y lo apoyaré',
    two: 'Dos: tengo dudas que deberíamos conversar',
    one: 'Uno: tengo dudas serias',
    fist: 'Puño: no puedo vivir con ello',
    caucus: 'Aún no: necesitamos un receso',
  },
  meaning: {
    supports: 'cuenta como apoyo',
    aside: 'se hace a un lado y no impide nada',
    'not-ready': 'todavía no: seguimos conversando',
    blocks: 'bloquea por su parte',
  },

  ask: {
    open: 'Probar el consenso',
    again: 'Preguntar de nuevo',
    nothing: 'Todavía no hay por qué preguntar: propongan el texto, o escriban una opción.',
    nobody: 'La pide quien facilita, o la copresidencia de una parte que decide.',
    title: '¿Pueden todas las personas vivir con ello?',
    intro:
      'Cada quien responde a solas y sin ser visto. Después cada parte ve primero su propia postura, y el resultado conjunto aparece cuando lo han liberado todas las partes que deciden.',
    which: '¿De qué se trata?',
    choose: 'Elija sobre qué es.',
    changed: 'El texto ha cambiado desde que se propuso: propóngalo y luego pregunte por él.',
    gone: 'Lo que usted había elegido ya no está como estaba. Elija de nuevo.',
    scale: '¿En qué escala?',
    quorum: '¿Cuántas personas de cada parte tienen que responder?',
    quorumMore: 'Con menos, una parte no se ha pronunciado.',
    quorumOf: '{{side}}, de {{count}}',
    quorumBad: 'Un número entero de 1 a {{count}}.',
  },

  answer: {
    title: 'Su señal',
    signal: '¿Cuál es su postura?',
    add: '¿Algo que agregar?',
    reason: '¿Por qué?',
    reasonMore: 'Nadie está obligado a dar una razón.',
    wouldMove: '¿Qué tendría que cambiar para usted?',
    spoken: 'Lo diré en voz alta en la mesa',
  },

  closed: {
    title: 'La postura de su parte',
  },

  result: {
    of: 'Consenso sobre: {{subject}}',
    joint: {
      reached: 'Consenso: lo apoya cada parte que decide.',
      blocked:
        'Así como está, no. Lo bloquea: {{sides}}. Escuchen qué tendría que cambiar, revísenlo y pregunten de nuevo.',
      'not-ready':
        'Todavía no. Falta que esté lista, o que responda suficiente gente, por: {{sides}}. Sigan conversando, o tomen un receso, y pregunten de nuevo.',
      unknown:
        'Sin nombres no se puede decir la postura de todas las partes: respondieron, o cambiaron, muy pocas personas por: {{sides}}.',
    },
    side: {
      supports: 'lo apoya',
      'not-ready': 'todavía no está lista',
      blocks: 'lo bloquea así como está',
      short: 'no se ha pronunciado: respondieron muy pocas personas',
    },
    hidden: {
      few: 'muy pocas respuestas para mostrarlas sin nombre',
      'few-changed': 'muy pocas cambiaron para mostrarlo de nuevo sin nombre',
    },
    advises: 'asesora',
    answered: '{{count}} respondieron; hacen falta {{quorum}}',
    spoken: 'dice por qué en la mesa',
    wouldMove: 'Qué lo cambiaría:',
  },
} as const satisfies SameKeys<typeof english>
