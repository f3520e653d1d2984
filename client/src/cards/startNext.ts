import type { CardKind } from '@jointly/board'

/** From a card that was finished to the next new one of its kind, where this screen has a composer for it. */
export const startNext = (kind: CardKind): boolean => {
  const composer = document.querySelector<HTMLTextAreaElement>(`textarea[data-composer="${kind}"]`)
  composer?.focus()
  return composer !== null
}
