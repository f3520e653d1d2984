import type { BoardId, CardId } from '@jointly/board'

/** The address of a card: of nobody's seat, so that each who opens it comes as themselves. */
export const cardLink = (board: BoardId, card: CardId): string => `${location.origin}/board/${board}#card=${card}`

/** The card that an address names, or null. */
export const cardInHash = (hash: string): string | null => /^#card=([\w-]{1,40})$/.exec(hash)?.[1] ?? null

/** Puts a card's address on the clipboard; where the browser does not let a page do that, `copied` is false. */
export const copyCardLink = async (board: BoardId, card: CardId): Promise<{ url: string; copied: boolean }> => {
  const url = cardLink(board, card)
  // On plain http there is no clipboard at all.
  const copied = await (navigator.clipboard as Clipboard | undefined)?.writeText(url).then(
    () => true,
    () => false,
  )
  return { url, copied: copied === true }
}
