import type { CardId } from '@jointly/board'
import type { Place } from '../session/place.ts'

/** The address of a card: of nobody's seat, so that each who opens it comes as themselves. */
export const cardLink = ({ kind, board }: Place['document'], card: CardId): string =>
  `${location.origin}/board/${board}${kind === 'caucus' ? '/caucus' : ''}#card=${card}`

/** The card that an address names, or null. */
export const cardInHash = (hash: string): string | null => /^#card=([\w-]{1,40})$/.exec(hash)?.[1] ?? null

/** Puts a card's address on the clipboard; where the browser does not let a page do that, `copied` is false. */
export const copyCardLink = async (
  document: Place['document'],
  card: CardId,
): Promise<{ url: string; copied: boolean }> => {
  const url = cardLink(document, card)
  // On plain http there is no clipboard at all.
  const copied = await (navigator.clipboard as Clipboard | undefined)?.writeText(url).then(
    () => true,
    () => false,
  )
  return { url, copied: copied === true }
}
