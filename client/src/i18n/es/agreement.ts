import type { agreement as english } from '../en/agreement.ts'
import type { SameKeys } from '../sameKeys.ts'

export const agreement = {
  tentative: 'Tentativo: sujeto a la ratificación de ambas partes y al paquete completo.',
  fixed: 'El texto exacto',
  fingerprint: 'Huella de estas palabras (SHA-256):',

  signing: {
    title: 'Firmas',
    none: 'Todavía no hay nada por firmar. Al proponer se fijan las palabras de ese momento; lo que se cambie después es otra versión.',
    waits_one: 'A la versión {{version}} le falta {{count}} firma.',
    waits_other: 'A la versión {{version}} le faltan {{count}} firmas.',
    agreed: 'Todas las personas nombradas firmaron la versión {{version}}. Es el acuerdo tentativo.',
    unbound:
      'Todas las personas nombradas firmaron la versión {{version}}, pero nadie que al firmar pudiera comprometer a {{sides}}. Quien ya pueda hacerlo retira su firma y firma de nuevo, o se propone otra vez el texto con quien pueda.',
    edited:
      'El texto cambió después de proponerse la versión {{version}}. Sus firmas pertenecen a esa versión, no a las palabras que están en la mesa.',
    editedAgreed:
      'Las palabras en la mesa ya son otras. Las firmas pertenecen a la versión {{version}}, que queda como se firmó.',
    rules: 'Firmar espera las reglas básicas: primero las acepta la copresidencia de cada parte que decide.',
    withdraw: 'Retirar mi firma',
  },

  signers: {
    title: 'Quién firma la versión {{version}}',
    notYet: 'aún sin firmar',
    signed: 'firmó',
  },

  propose: {
    first: 'Proponer este texto para firmar',
    changed: 'Proponer el texto como está ahora',
    nobody: 'Propone el texto para firmar quien facilita, o la copresidencia de una parte que decide.',
    empty: 'Todavía no hay texto que proponer.',
    title: 'Proponer la versión {{version}}',
    intro:
      'Se fijan exactamente estas palabras y se presentan para firmar. Quien edite el texto después hace otra versión, y las firmas se quedan con esta.',
    who: '¿Quién firma?',
    whoHint:
      'Por cada parte que decide firma al menos alguien de su copresidencia o, si no la tiene, alguien de sus integrantes. Se puede nombrar a otras personas junto a ellas.',
    silent:
      'No se nombró a nadie que pueda comprometer a {{sides}}: eso corresponde a su copresidencia o, si una parte no la tiene, a alguien de sus integrantes.',
    confirm: 'Proponer la versión {{version}}',
  },

  sign: {
    open: 'Leer y firmar la versión {{version}}',
    title: 'Firmar la versión {{version}}',
    intro: 'Usted firma exactamente estas palabras, por {{side}}.',
    changed: 'El texto acaba de cambiar. La versión {{version}} ya no se puede firmar.',
    capacity: '¿En calidad de qué firma?',
    capacityHint:
      'Aparece junto a su nombre: “Presidencia, Local 59”. Si lo deja vacío, aparece su lugar en esta mesa.',
    confirm: 'Firmar',
  },

  ratification: {
    title: 'Ratificación',
    hint: 'Cada órgano vota la versión {{version}} por sí mismo; aquí se anota su votación, una por una, como la tiene cada parte.',
    record: 'Anotar una votación',
    body: '¿Qué órgano votó?',
    bodyHint:
      'Por ejemplo: Afiliación del Local 59, Comité escolar. Una segunda anotación del mismo órgano hecha por su parte corrige la primera; lo que anotó otra parte se queda.',
    for: 'Votos a favor',
    against: 'Votos en contra',
    confirm: 'Anotar',
    noBody: 'Nombre el órgano que votó.',
    noCount: 'Un número entero, 0 o más.',
    votes: '{{for, number}} a favor, {{against, number}} en contra',
    by: 'anotado por {{name}}',
  },

  clauses: {
    title: 'Qué atienden las cláusulas',
    none: 'Elija palabras del texto y enlácelas con la opción o el interés que atienden: aquí aparecerá, y abajo lo que el texto deja fuera.',
  },

  versions: {
    title: 'Versiones',
    number: 'Versión {{version}}',
    by: 'propuesta por {{name}}',
    signed: '{{count}} de {{of}} firmas',
    read: 'Leer',
    readNamed: 'Leer la versión {{version}}',
    look: 'Qué se muestra',
    text: 'El texto',
    compare: 'Qué es distinto',
    with: 'Comparada con',
    table: 'El texto sobre la mesa',
    between: 'De “{{before}}” a “{{now}}”: lo que ya no está aparece tachado; lo nuevo, subrayado.',
    bySide: 'Las palabras nuevas llevan delante la marca de la parte que las escribió.',
    noSide: 'No se muestra quién las escribió: las reglas básicas no lo han activado.',
    same: 'Las palabras son las mismas.',
  },
} as const satisfies SameKeys<typeof english>
