import type { rules as english } from '../en/rules.ts'
import type { SameKeys } from '../sameKeys.ts'

export const rules = {
  title: 'Reglas básicas',
  begin: 'Redactar reglas básicas',
  change: 'Proponer un cambio',
  write: 'Redactar reglas básicas',
  writeHelp:
    'Cambie lo que no sea suyo y quite lo que no haga falta. Rigen cuando la copresidencia de cada parte que decide las haya aceptado; lo hecho antes queda como estaba.',
  propose: 'Proponer estas reglas',
  proposed: 'Las reglas están propuestas. Se pregunta a cada parte que decide.',
  back: 'Volver',
  accept: 'Aceptar por mi parte',
  acknowledge: 'Las leí',
  tooLong: 'Use 2000 letras como máximo.',
  inForce: 'Rige la versión {{version}}, aceptada por cada parte que decide,',
  isProposed: 'Propuesta por {{name}}: versión {{version}}.',
  marked: 'Está marcado lo que cambia respecto de la versión {{version}}, que es la que rige.',
  acceptedBy: '{{side}}: aceptada por {{name}}',
  notAccepted: '{{side}}: falta que acepte',
  none: {
    purpose:
      'Antes de empezar, las partes acuerdan una página: cómo conversan, cómo deciden y cómo guardan el registro.',
    rule: 'La redacta quien facilita o una copresidencia, y la acepta la copresidencia de cada parte que decide. Fijen qué pasa si no hay consenso antes de que haya una disputa sobre eso.',
  },
  host: {
    title: 'Dónde está y quién puede leerlo',
    text: 'Este tablero está en {{host}}.',
    table: 'Lo que está sobre la mesa lo lee todo el equipo, también quienes observan.',
    caucus: 'Lo que se escribe en un receso lo lee solo esa parte.',
    operator: 'Quien administra ese servidor puede leer todo lo que hay en él.',
  },
  decides: { title: 'Quién decide y quién asesora', decides: 'decide', advises: 'asesora' },
  text: {
    consensus: 'Qué significa consenso',
    fallback: 'Si no hay consenso',
    caucus: 'Receso',
    record: 'El registro y cómo se guarda',
    observers: 'Observación',
    press: 'Prensa y público',
  },
  versions: {
    title: 'Versiones',
    number: 'Versión {{version}}',
    titleOf: 'Reglas básicas, versión {{version}}',
    holds: 'Rige desde: {{from}}',
    held: 'Rigió desde: {{from}}, hasta: {{until}}',
    waits: 'Propuesta, espera a cada parte que decide',
    never: 'Nunca rigió: otra propuesta ocupó su lugar',
    by: 'Propuesta por {{name}}: {{when}}',
    accepted: 'Aceptada por {{names}}',
    yes: '{{name}} ({{side}})',
    nobody: 'Ninguna parte la aceptó',
    read: 'Leer',
    readNamed: 'Leer la versión {{version}}',
    look: 'Qué se muestra',
    text: 'El texto',
    changes: 'Qué cambia de la versión {{version}}',
  },
  silent: 'No se dice nada sobre esto.',
  attribution: {
    label: 'Nombres en lo que se escribe',
    named: 'Nombre y parte',
    namedMeans: 'Todas las personas leen quién escribió qué y por cuál parte.',
    side: 'Solo la parte',
    sideMeans:
      'Las pantallas y exportaciones de la otra parte omiten los nombres. El registro los conserva, y quién está aquí y quién decide sigue con nombre.',
  },
  switches: 'Lo que todas las partes activaron',
  on: 'activado',
  off: 'desactivado',
  switch: {
    weights: 'Pesos de los criterios',
    points: 'Puntos en lugar de palabras',
    map: 'El mapa de valores',
    authorship: 'Quién escribió qué palabras',
  },
  switchMeans: {
    weights:
      'A qué da más peso una parte es un secreto de negociación: solo se pregunta si todas las partes lo quieren.',
    points: 'Las opciones se valoran de 0 a 100 en lugar de: lo cumple, en parte, no lo cumple.',
    map: 'Las opciones dibujadas según lo que valen para cada parte.',
    authorship: 'Los textos conjuntos muestran cada frase con la marca de la parte que la escribió.',
  },
  draft: {
    consensus:
      'Se escuchó a todas las personas, pueden vivir con el resultado y lo apoyarán activamente. Una mayoría no es consenso y el silencio no es consentimiento. Quien no pueda apoyarlo dice qué tendría que cambiar.',
    fallback:
      'Si después de dos reuniones no hay consenso sobre un asunto, lo apartamos, pedimos una mediación o volvemos a lo que prevé nuestro contrato. Nada de lo dicho aquí se usa contra nadie.',
    caucus:
      'Cualquier parte puede dejar la mesa en cualquier momento y dice por cuánto tiempo, si puede. Solo esa parte termina su receso. Lo que se dice allí queda allí hasta que esa parte lo lleve a la mesa.',
    record:
      'El acta guarda qué se decidió, quién y cuándo. Todas las partes tienen el mismo registro al mismo tiempo. No va copia a nadie más si no están de acuerdo todas las partes. Se guarda mientras dure el acuerdo.',
    observers:
      'Quienes observan se anuncian por su nombre y los acepta la copresidencia de cada parte. Leen, no escriben y no cuentan fuera lo que leen.',
    press:
      'Nadie habla con la prensa ni publica sobre estas conversaciones por su cuenta. Antes de publicar algo, todas las partes están de acuerdo.',
  },
} as const satisfies SameKeys<typeof english>
