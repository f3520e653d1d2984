import type { values as english } from '../en/values.ts'
import type { SameKeys } from '../sameKeys.ts'

export const values = {
  title: '¿A qué llevan las respuestas?',
  from: {
    weights:
      'De las valoraciones liberadas y de los pesos propios de cada parte. Los números de una parte no se mezclan con los de otra.',
    alike: 'De las valoraciones liberadas; las reglas básicas no tienen pesos, así que cada criterio cuenta igual.',
    waiting: 'Las valoraciones están liberadas, los pesos no: mientras falten los de una parte, esta no tiene valores.',
  },
  option: 'Opción',
  criterion: 'Criterio',
  current: 'como está hoy',
  none: '–',
  weight: 'Peso',
  mean: 'Valoración media',
  product: 'Producto',
  sum: 'Suma de los productos',
  rounds_one: 'Valor, con un decimal',
  rounds_other: 'Valor, con {{count}} decimales',
  divided: 'Valor: la suma entre el peso valorado, {{divisor}}',
  arithmetic: 'Mostrar el cálculo',
  noValue: 'No se valoró nada que tenga peso.',
  incomplete:
    'Sin valoración media: {{criteria}}. Lo que falta no es cero: el valor está entre {{low}}, la suma, si se valorara con 0, y {{high}} si se valorara con 100 ({{sum}} + 100 × {{missing}}).',

  part: {
    short: 'con datos incompletos',
    legend:
      '* Con datos incompletos: no se valoró todo lo que tiene peso. El valor para la parte abre lo que falta y entre qué números puede estar.',
    rests: 'Esto se apoya en valores con datos incompletos.',
  },

  leftOut: {
    cell: 'queda fuera',
    option: '{{number}} (sin valoración media: {{criteria}})',
    note: '{{side}}: quedan fuera, porque otros pesos necesitan todas las valoraciones, y aquí no se dice nada de ellas: {{each}}.',
  },

  value: {
    title: 'Valor para cada parte',
    open: 'Un número abre su cálculo. Las opciones están en el orden del tablero; un asterisco indica que algo no se valoró.',
    how: 'Cómo se llegó a este número',
    of: '{{option}} · {{side}}',
    name: '{{value}}: {{option}}, {{side}}. Mostrar el cálculo',
    namePart: '{{value}}, con datos incompletos: {{option}}, {{side}}. Mostrar el cálculo',
    ordersHow: 'Cuánto se parecen los órdenes de las dos partes',
    ordersMeans:
      'De cada dos opciones, las partes ordenan igual {{concordant}} y al revés {{discordant}}; {{tiedInA}} empatan solo para la primera parte y {{tiedInB}} solo para la segunda.',
    orders:
      'Cuánto se parecen los órdenes de las dos partes: {{tau}} (1 el mismo orden, −1 el contrario; tau-b de Kendall).',
  },

  weights: {
    title: 'Cuánto cuenta cada criterio',
    answered: 'Respondieron',
    spread: 'dispersión {{spread}}',
    unweighed: 'sin ponderar',
    who: 'Quién dio qué peso: {{side}}',
    meanOf: 'Media',
    now: 'Peso ahora',
    gone: 'archivado',
    left: 'Lo que queda: las medias que siguen en el tablero, sumadas. Peso ahora: la media entre esa suma',
    apartHow: 'Cuánto se apartan las dos ponderaciones',
    difference: 'Diferencia',
    differences: 'Suma de las diferencias',
    half: 'La mitad: lo que una parte quita a un criterio lo pone en otro',
    apart:
      'Entre las dos ponderaciones hay {{share}}: esa proporción de su peso tendría que mover una parte para ponderar como la otra.',
  },

  stale: {
    earlier: '{{side}}: pesos dados a un tablero anterior.',
    reworded: 'Reformulado desde entonces: {{criteria}}.',
    gone: 'Archivado desde entonces: {{criteria}}; los demás pesos se llevan de nuevo a una suma de 1.',
    unweighed: 'Todavía sin ponderar: {{criteria}}.',
    ranges: 'Las opciones ya no están entre la misma peor y mejor valoración: {{criteria}}.',
  },

  map: {
    title: 'Los dos valores a la vez',
    plot: 'Opciones según su valor para dos partes; la tabla de abajo contiene lo mismo',
    pair: 'Qué dos partes',
    nothing: 'Ninguna opción tiene todavía un valor para las dos partes.',
    valueTo: 'valor para: {{side}}',
    efficient: '¿Hay otra mejor para una y peor para ninguna?',
    yes: 'no la hay',
    by: 'sí: {{numbers}}',
    filled_one:
      'Rellena: ninguna otra opción es mejor para una parte sin ser peor para otra. Hay {{count}}; qué habría que añadirle lo dice la mesa.',
    unsettled: 'No se valoró todo: para {{numbers}} todavía podría resultar de otra manera.',
    filled_other:
      'Rellenas: ninguna otra opción es mejor para una parte sin ser peor para otra. Hay {{count}}; cuál de ellas, y qué habría que añadir, lo dice la mesa.',
  },

  floor: {
    side: '{{side}}: no llegar a un acuerdo vale {{value}}, según liberó esa parte.',
    today: '{{side}}: se cuenta desde “como está hoy”, {{value}}; esa parte no ha liberado un valor propio.',
    todayPart:
      '{{side}}: se cuenta desde “como está hoy”, {{value}}, que no se valoró del todo; esa parte no ha liberado un valor propio.',
    unknown: '{{side}}: no ha liberado un valor sin acuerdo, y “como está hoy” tampoco lo tiene.',
  },

  indicators: {
    title: 'Indicadores de beneficio conjunto',
    note: 'Cinco maneras de ver los mismos valores. Ninguna decide, y un empate o una diferencia pequeña no dicen nada.',
    nash: 'Producto de Nash',
    kalaiSmorodinsky: 'Kalai-Smorodinsky',
    maximin: 'Valor menor',
    sum: 'Suma',
    gap: 'Distancia',
    nashMeans:
      'El producto de lo que cada parte gana frente a no llegar a un acuerdo. Estirar la escala de una parte no cambia su orden.',
    kalaiSmorodinskyMeans:
      'La ganancia de cada parte como proporción de lo máximo que podría ganar; aquí, la menor de esas proporciones.',
    maximinMeans: 'El valor para la parte a la que menos le vale la opción. Compara las escalas de las partes.',
    sumMeans: 'Los dos valores sumados. Compara las escalas de las partes.',
    gapMeans: 'El valor mayor menos el menor. Compara las escalas de las partes.',
    scales: 'las escalas quizá no se comparen',
    name: '{{indicator}} {{value}}: {{option}}. Mostrar el cálculo',
    namePart: '{{indicator}} {{value}}, con datos incompletos: {{option}}. Mostrar el cálculo',
    below: 'por debajo de no llegar a un acuerdo:',
    at: '{{indicator}}: {{numbers}}',
    disagree: 'No señalan una misma opción: {{each}}. Vale la pena conversar sobre dónde se separan.',
    nothing: 'Ninguna opción tiene un valor para cada parte que decide, así que ninguno señala nada todavía.',
    level: 'Con ninguno se distingue una opción de las demás, así que ninguno señala nada.',
    agree: 'Aquí no se contradicen. Eso es aritmética, no acuerdo.',
  },

  flips: {
    title: 'Qué peso cambiaría el orden',
    note: 'Si un criterio pesara más o menos, y los demás mantuvieran sus proporciones, dos opciones cambiarían de lugar. Primero las más cercanas.',
    none: 'Ningún peso por sí solo cambia el orden de dos opciones.',
    noneOfRest: 'Ningún peso por sí solo cambia el orden de dos de las opciones valoradas según cada criterio.',
    tooFew: 'Menos de dos opciones están valoradas según cada criterio: no hay orden que cambiar.',
    now: 'Peso ahora',
    at: 'Iguales en',
    options: 'Opciones',
    tie: '{{one}} y {{other}} quedan iguales',
    name: 'Iguales en {{at}}: {{criterion}}. Mostrar el cálculo',
    more_one: '{{count}} más está más lejos.',
    more_other: '{{count}} más están más lejos.',
    how: 'Iguales con estos pesos',
  },

  robustness: {
    firsts: '{{firsts, number}} de {{samples, number}}',
    title: 'Si nadie ponderara nada',
    note: 'De {{samples}} ponderaciones sacadas por igual entre todas las posibles (semilla {{seed}}), la proporción en que una opción tiene el valor más alto para una parte. Proporciones cercanas indican que mucho depende de los pesos.',
  },

  coverage: {
    title: 'Qué intereses atiende cada opción',
    note: 'Un vínculo de una opción a un interés cuenta para una parte cuando quien actúa por ella lo ha confirmado, en la tarjeta de la opción.',
    of: '{{served}} de {{all}} atendidos',
    served: 'Atendidos:',
    suggested: 'Sugeridos, sin confirmar por esta parte:',
    unserved: 'Sin atender:',
    noInterests: 'todavía no hay intereses',
  },
} as const satisfies SameKeys<typeof english>
