import type { Span } from '@jointly/board'

/** Letters are counted alike in an editor and in words that are only shown: by the text that stands on the page. */
const textsIn = (holder: Element): Text[] => {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text) // it shows texts alone
  return texts
}

const lettersBefore = (holder: Element, node: Node, offset: number): number => {
  const before = document.createRange()
  before.setStart(holder, 0)
  before.setEnd(node, offset)
  return before.toString().length
}

/** The stretch of the page on which a span stands. */
export const rangeOf = (holder: Element, { from, to }: Span): Range | null => {
  const range = document.createRange()
  let at = 0
  let isBegun = false
  for (const text of textsIn(holder)) {
    const end = at + text.length
    if (!isBegun && from < end) {
      range.setStart(text, from - at)
      isBegun = true
    }
    if (isBegun && to <= end) {
      range.setEnd(text, to - at)
      return range
    }
    at = end
  }
  return null
}

const BLOCKS = 'p, h2, h3, h4, li'

/** What is selected of it; of a caret alone the paragraph that it stands in. */
export const spanSelected = (holder: Element): (Span & { readonly isCaret: boolean }) | null => {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!holder.contains(range.startContainer) || !holder.contains(range.endContainer)) return null
  if (!range.collapsed) {
    const from = lettersBefore(holder, range.startContainer, range.startOffset)
    return { from, to: lettersBefore(holder, range.endContainer, range.endOffset), isCaret: false }
  }
  const { startContainer } = range
  const block = (startContainer instanceof Element ? startContainer : startContainer.parentElement)?.closest(BLOCKS)
  if (!block || !holder.contains(block)) return null
  const from = lettersBefore(holder, block, 0)
  return { from, to: from + (block.textContent?.length ?? 0), isCaret: true }
}

/** How many letters stand before a point of the screen. */
export const lettersAt = (holder: Element, { x, y }: { x: number; y: number }): number | null => {
  const caret = document.caretPositionFromPoint?.(x, y)
  return caret && holder.contains(caret.offsetNode) ? lettersBefore(holder, caret.offsetNode, caret.offset) : null
}
