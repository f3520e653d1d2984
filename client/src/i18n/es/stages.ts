import type { stages as english } from '../en/stages.ts'
import type { SameKeys } from '../sameKeys.ts'

export const stages = {
  question: {
    issue: '¿Qué estamos resolviendo en conjunto?',
    story: '¿Qué sabemos y qué nos falta saber?',
    interests: '¿Qué le importa a cada parte, y por qué?',
    options: '¿Qué podría atender estos intereses?',
    criteria: '¿Con qué vamos a juzgar las opciones?',
    weighing: '¿Cómo quedan las opciones, una al lado de la otra?',
    agreement: '¿Qué acordamos, con palabras exactas?',
    'follow-up': '¿Quién hace qué, y cuándo volvemos a revisarlo?',
  },
  method: {
    issue:
      'Un buen asunto es una sola pregunta abierta: concreta, al alcance de las partes y sin una solución escondida.',
    story: 'Aclarar, no rebatir. Cada cifra lleva su fuente y su fecha; la información no es moneda de cambio.',
    interests:
      'Un interés se puede atender de más de una manera; una posición es una sola solución. Pregunte por qué. Nadie reformula el interés de la otra parte.',
    options: 'Anotar todo, no criticar nada, construir sobre lo de los demás. Las opciones son de todos.',
    criteria: 'Una lista corta y acordada, redactada de modo que se pueda saber si una opción lo cumple.',
    weighing:
      'Cada quien responde por su cuenta, y cada parte mira primero su propio resultado. Luego conversen sobre las diferencias, no sobre las medias.',
    agreement: 'Un solo texto, escrito por ambas partes y leído por todos.',
    'follow-up': 'Responsables de ambas partes en cada paso; está hecho cuando cada parte lo dice.',
  },

  facts: 'Hechos',
  questions: 'Preguntas',
  noFacts: 'Todavía no se ha escrito ningún hecho.',
  noQuestions: 'No hay preguntas abiertas.',
  questionRule: 'Escriba lo que alguien tiene que averiguar, para que nadie tenga que discutirlo.',
  issueHeading: 'El asunto',
  factExample:
    'El otoño pasado: 118 ausencias, 71 cubiertas con suplentes de fuera. Fuente: registros de la oficina, de septiembre a diciembre',

  interests: {
    column: 'Intereses: {{side}}',
    count_one: '{{count}} interés',
    count_other: '{{count}} intereses',
    advises: 'asesora',
    emptySide: '{{side}}: todavía no hay ningún interés escrito.',
    emptyOwn: 'Su parte todavía no ha escrito ningún interés.',
    rule: 'Escriba qué necesita y por qué importa, no cómo conseguirlo. “¿Por qué?” suele llevar de una posición a un interés.',
    example: 'Que el trabajo extra se reparta por igual',
    onlySide: 'Aquí agregan solo integrantes por {{side}}',
    noSide: 'Sin parte',
    mutual: 'Mutuos',
    mutualColumn: 'Intereses mutuos',
    confirmedByBoth: 'confirmados por ambas partes',
    confirmedByAll: 'confirmados por todas las partes que deciden',
    mutualEmpty: 'Todavía no hay ningún interés mutuo.',
    mutualHint:
      'Integrantes de la otra parte dicen “esto también nos importa”; la copresidencia de cada parte que decide lo confirma. También se queda en su propia columna.',
    onTheWay: 'Importan a más de una parte, según se dijo',
    waitsFor: 'falta que confirme: {{sides}}',
    columns: 'Columnas',
  },

  options: {
    idea: 'Una idea, no una propuesta. Quien la escribió no ha ofrecido nada, y mañana puede argumentar en contra.',
    empty: 'Todavía no se ha escrito ninguna opción.',
    rule: 'Anote todas, también las raras. Juzgar viene después.',
    example: 'Dos docentes suplentes de planta, en común con la escuela vecina',
    list: 'Opciones',
    unserved: 'Intereses que ninguna opción atiende todavía',
    allServed: 'Cada interés está atendido por al menos una opción, aunque sea como sugerencia.',
    noInterests: 'Todavía no hay intereses. Van primero: las opciones se hacen para atenderlos.',
  },

  criteria: {
    list: 'Criterios',
    empty: 'Todavía no se ha escrito ningún criterio.',
    rule: 'Quite lo vago, lo que dice dos veces lo mismo y lo que no se puede comprobar.',
    example: 'Funciona en el peor día de febrero',
    enough: 'Son más de ocho. Con unos ocho basta: ¿cuáles dos dicen lo mismo?',
    tooMany: 'Nadie puede tener presentes más de quince criterios. Elijan los ocho que deciden.',
  },

  weighing: {
    sheet: 'Opciones y criterios, lado a lado',
    option: 'Opción',
    serves: 'intereses que atiende',
    earlier: 'confirmada de una redacción anterior',
    suggested: 'sugerida',
    nothing: 'nada todavía',
    empty: 'Todavía no hay opciones y criterios que poner lado a lado.',
    rule: 'Cada fila es una opción, cada columna un criterio; las celdas son para lo que se digan entre ustedes.',
    current: 'como está hoy',
    blank: 'por conversar',
    by: 'Según estos criterios: {{criteria}}.',
  },

  agreement: {
    heading: 'El texto',
    tentative: 'Tentativo: sujeto a la ratificación de ambas partes y al paquete completo.',
    leftOut: 'Intereses que ninguna cláusula atiende',
    leftOutHint: 'Ninguna cláusula enlaza con ellos, ni con una opción que esté confirmado que los atiende.',
    suggested: 'sugerido, sin confirmar',
    nothingLeftOut: 'Cada interés lo atiende alguna cláusula.',
    unserved: 'Intereses que ninguna opción atiende',
    unservedHint: 'Lo que quede fuera de las opciones probablemente quedará fuera del texto.',
  },

  followUp: {
    atTable: 'Las acciones, los indicadores y las reuniones se llevan en la mesa, donde los ven ambas partes.',
    stillOpen: 'Preguntas que siguen abiertas',
  },

  list: {
    title: 'Todas las tarjetas de este tablero',
    method: 'Todas en orden de lectura, con lo que se puede hacer con cada una.',
    unnamed:
      'Según las reglas básicas, lo que escribe la otra parte se muestra solo con su parte. El registro conserva los nombres.',
    search: 'Buscar palabras',
    kind: 'Tipo',
    side: 'Parte',
    anyKind: 'Todos los tipos',
    anySide: 'Todas las partes',
    neutral: 'Sin parte',
    away: 'Mostrar lo archivado',
    found_one: '{{count}} tarjeta',
    found_other: '{{count}} tarjetas',
    nothing: 'No hay ninguna tarjeta así.',
    clear: 'Mostrar todo',
    group: {
      fact: 'Hechos',
      interest: 'Intereses',
      option: 'Opciones',
      criterion: 'Criterios',
      question: 'Preguntas',
      note: 'Notas',
      cluster: 'Grupos',
    },
  },
} as const satisfies SameKeys<typeof english>
