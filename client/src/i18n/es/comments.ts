import type { comments as en } from '../en/comments.ts'
import type { SameKeys } from '../sameKeys.ts'

export const comments = {
  title: 'Comentarios',
  close: 'Cerrar los comentarios',
  on: { issue: 'Sobre el asunto', agreement: 'Sobre el acuerdo' },
  onNothing: 'Sobre algo que ya no está',
  onErased: 'Sobre una tarjeta cuyo contenido se borró',
  none: 'Nadie ha dicho nada sobre esto todavía.',
  all_one: 'Todos los comentarios sobre este texto',
  all_other: 'Todos los comentarios sobre este texto, en {{count}} lugares',
  answer: 'Responder',
  lost: 'Estas palabras ya no están en el texto.',
  settledCount_one: '{{count}} resuelto',
  settledCount_other: '{{count}} resueltos',
  edit: 'Cambiar las palabras',
  settle: 'Dar por resuelto',
  reopen: 'Recuperar',
  label: 'Comentario',
  labelPassage: 'Comentario sobre las palabras elegidas',
  placeholder: 'Diga algo al respecto…',
  posted: 'Su comentario está publicado.',
  onTexts: { issue: 'Comentarios sobre el asunto', agreement: 'Comentarios sobre el acuerdo' },
  onGone: 'Comentarios sobre algo que ya no está',
} as const satisfies SameKeys<typeof en>
