import type { weighing as english } from '../en/weighing.ts'
import type { SameKeys } from '../sameKeys.ts'

export const weighing = {
  word: { meets: 'lo cumple', partly: 'en parte', not: 'no lo cumple', 'cannot-judge': 'no puedo juzgar' },
  scale: { words: 'Con palabras', points: 'Con puntos, de 0 a 100' },

  ask: {
    open: 'Preguntar a todos',
    again: 'Preguntar de nuevo un criterio',
    title: 'Cada quien responde por su cuenta',
    intro:
      'Nadie ve una respuesta antes de que se cierre la ronda. Luego cada parte ve su propio resultado, y el conjunto aparece para todos cuando cada parte que decide lo ha liberado.',
    about_one: '{{options}} opciones por {{count}} criterio',
    about_other: '{{options}} opciones por {{count}} criterios',
    in: '¿Cómo se responde?',
    which: '¿Qué criterios?',
    all: 'Todos',
    nobody: 'Quien facilita, o la copresidencia de una parte que decide, pide a todos que respondan.',
  },

  answer: {
    title: 'Su respuesta',
    byCriterion: 'Por criterio',
    byOption: 'Por opción',
    order: 'Orden de las preguntas',
    progress: '{{done}} de {{all}}',
    keys: 'Las teclas 1 a 4 responden y avanzan.',
    question: '{{option}} · {{criterion}}',
    points: 'Puntos: {{option}}, según {{criterion}}',
    pointsHint: '0 no se cumple, 100 se cumple del todo',
    previous: 'Atrás',
    next: 'Siguiente',
    page: '{{page}} de {{pages}}',
    everyOne: 'La respuesta está completa cuando cada línea tiene un número.',
    outsideOf: 'Un número entero de {{least}} a {{most}}.',
    outside: 'Los puntos son números enteros de 0 a 100.',
  },

  result: {
    title: '¿Dónde lo vemos distinto?',
    matrix: 'Opciones por criterios',
    option: 'Opción',
    current: 'como está hoy',
    reworded: {
      all: 'respondido sobre una redacción anterior',
      some: 'respondido en parte sobre una redacción anterior',
    },
    ofEarlier: 'de una redacción anterior',
    gone: 'archivada desde entonces',
    legend: 'Una marca es una respuesta: llena lo cumple, media en parte, vacía no lo cumple.',
    legendPoints:
      'Una barra es la media de una parte, de 0 a 100, con las palabras «lo cumple» como 100, «en parte» como 50 y «no lo cumple» como 0; n es cuántas personas lo valoraron, ± cuánto se separan: la raíz de la media de sus distancias a la media al cuadrado.',
    short: 'n {{n}}',
    shortSpread: '± {{spread}}',
    mean: 'media {{mean}}',
    n: '{{count}} respondieron',
    spread: 'dispersión {{spread}}',
    marks: 'respuestas individuales {{marks}}',
    missing_one: '{{count}} no juzgó',
    missing_other: '{{count}} no juzgaron',
    nobody: 'nadie juzgó',
    few_one: '{{count}} respondió; son muy pocas, o cambiaron muy pocas, para mostrarlas sin nombres',
    few_other: '{{count}} respondieron; son muy pocas, o cambiaron muy pocas, para mostrarlas sin nombres',
    times: '{{word}} {{count}}',
    asText: 'Lado a lado como texto',
    asMarks: 'Como dibujo',
    names: 'Quién respondió qué',
    member: 'Integrante',
    sides: '{{side}}: respondieron {{answered}} de {{of}}',
    newAsk: 'Las opciones o los criterios han cambiado desde la última ronda: {{cards}}.',
    rounds_one: 'De {{count}} ronda',
    rounds_other: 'De {{count}} rondas, la respuesta más reciente de cada celda',
    hiddenAgain:
      '{{side}}: donde cambiaron muy pocas respuestas para mostrar las nuevas sin nombres, quedan las anteriores.',
  },

  changed: {
    reworded: 'Reformulado desde que se abrió esta ronda: {{cards}}.',
    gone: 'Archivado desde que se abrió esta ronda: {{cards}}.',
    open: 'Las respuestas cuentan como dadas a lo que preguntó la ronda; si se cancela y se pregunta de nuevo, preguntará por la mesa tal como está ahora.',
    closed: 'Lo que se respondió se respondió sobre lo que preguntó la ronda.',
  },

  talk: {
    title: 'Conversen primero sobre esto',
    apart: 'Las partes difieren, y cada una está de acuerdo consigo misma.',
    furthest: 'Aquí las medias de las partes están más lejos una de otra.',
    none: 'En ningún lugar difieren las partes estando cada una de acuerdo consigo misma. ¿Dónde está dividida una?',
    uncompared: 'Aquí no se pueden mostrar juntas respuestas de dos partes, así que no hay nada que comparar.',
    side: '{{side}}: {{mean}}',
  },

  weights: {
    criterion: 'Criterio',
    weight: 'Peso',
    spread: 'dispersión {{spread}}',
    range: 'Según las valoraciones de su parte, las opciones están entre {{worst}} y {{best}}.',
  },

  kind: {
    rating: { short: 'Valoraciones' },
    weights: {
      title: '¿Cuánto cuenta cada criterio?',
      question:
        'Imagine una opción que no cumple ninguno de estos criterios. Usted puede elevarla en uno de ellos, de no cumplido a cumplido del todo. ¿Cuál primero? Dele 100. Dé a los demás lo que vale elevarlos al lado de ese: 50 es la mitad.',
      how: 'Un número de 0 a {{most}} para cada uno. Al lado está el peso que resulta: su proporción del total de sus puntos.',
      short: 'Pesos',
      label: 'Puntos: {{words}}',
      ask: 'Preguntar por los pesos',
      askAgain: 'Preguntar de nuevo por los pesos',
      intro:
        'Cada quien dice por su cuenta cuánto cuenta cada criterio. Los pesos de una parte son la media de los de sus integrantes, cada uno llevado antes a una suma de 1, y se muestran cuando cada parte que decide los ha liberado.',
      way: 'Con puntos',
      wayMeans: '100 para lo que elevaría primero, los demás en proporción.',
    },
    ranks: {
      title: '¿En qué orden cuentan los criterios?',
      question: '¿Qué criterio cuenta más? Dele 1, al siguiente 2, y así. Puede repetir un lugar.',
      how: 'Un lugar de 1 a {{most}} para cada uno. Al lado está el peso que resulta solo del orden.',
      short: 'Lugares',
      label: 'Lugar: {{words}}',
      ask: 'Preguntar por un orden',
      askAgain: 'Preguntar de nuevo por un orden',
      intro: 'Cada quien dice por su cuenta en qué orden cuentan los criterios.',
      way: 'Solo por orden',
      wayMeans: 'Más rápido: los pesos resultan de los lugares (centroide del orden).',
    },
    'no-agreement': {
      title: '¿Qué vale para nuestra parte no llegar a un acuerdo?',
      question:
        'Si no hay acuerdo: ¿qué tan bien atendería lo que ocurra entonces los intereses de su parte, en la misma escala en que se valoran las opciones?',
      how: 'Un número de 0 (nada) a {{most}} (del todo).',
      short: 'Si no hay acuerdo',
      label: 'Puntos si no hay acuerdo',
      ask: 'Indicar qué vale para nuestra parte no llegar a un acuerdo',
      askAgain: 'Indicar de nuevo qué vale para nuestra parte no llegar a un acuerdo',
      intro:
        'Se pregunta solo a su parte, y nadie más ve una respuesta ni un resultado antes de que su parte lo libere. Hasta entonces el mapa cuenta desde la opción “como está hoy”, y lo dice.',
      way: 'Con puntos',
      wayMeans: 'De 0 a 100.',
      others:
        '{{side}} se pregunta qué vale para sí no llegar a un acuerdo. Nadie más lo ve si esa parte no lo libera.',
    },
  },
} as const satisfies SameKeys<typeof english>
