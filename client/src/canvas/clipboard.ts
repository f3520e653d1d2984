import { Clipping, plainText } from '@jointly/board'
import { pastedLines } from '../cards/pastedLines.ts'
import { pastedRows } from '../cards/pastedRows.ts'

/** What was copied in the forms that a clipboard takes: for other programs the words, and hidden in the HTML all there is. */
export type Forms = { readonly text: string; readonly html: string }

const ATTRIBUTE = 'data-jointly'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * A type of our own would be lost wherever a page may not write one (plain http, some browsers' menus); an attribute in
 * the HTML goes wherever HTML goes.
 */
export const formsOf = (clipping: Clipping): Forms => {
  const words = [...clipping.cards.map(({ body }) => plainText(body)), ...clipping.marks.flatMap(titleOf)]
  // The percent signs keep everything within ASCII and away from what HTML reads.
  const packed = encodeURIComponent(JSON.stringify(clipping)).replaceAll("'", '%27')
  return {
    text: words.join(words.some(text => text.includes('\n')) ? '\n\n' : '\n'),
    html: `<div ${ATTRIBUTE}="${packed}"><ul>${words.map(text => `<li>${escaped(text)}</li>`).join('')}</ul></div>`,
  }
}

/** A frame says its title; ink says nothing. */
const titleOf = (mark: Clipping['marks'][number]): string[] =>
  'title' in mark && mark.title !== '' ? [mark.title] : []

/** What somebody pastes or drops, in the order in which it is looked for. */
export type Pasted =
  | { readonly is: 'copied'; readonly clipping: Clipping }
  | { readonly is: 'rows'; readonly rows: readonly (readonly string[])[]; readonly text: string }
  | { readonly is: 'lines'; readonly lines: readonly string[]; readonly text: string }
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'pictures'; readonly files: readonly File[] }

/** Reads what lies on a clipboard: a stranger's word, whoever says that it is ours. Null: nothing that could be a card. */
export const readPasted = ({ html, text, files = [] }: Forms & { files?: readonly File[] }): Pasted | null => {
  const clipping = clippingIn(html)
  if (clipping !== null) return { is: 'copied', clipping }
  if (files.length > 0 && text.trim() === '') return { is: 'pictures', files: files.slice(0, MOST_PICTURES) }
  const rows = pastedRows({ html, text })
  if (rows !== null) return { is: 'rows', rows, text }
  const lines = pastedLines(text)
  if (lines.length > 1) return { is: 'lines', lines, text: text.trim() }
  return text.trim() === '' ? null : { is: 'words', text: text.trim() }
}

/** Each picture asks what is to be seen in it: more at once would be a chore. */
const MOST_PICTURES = 20

/** What a paste or a drop brings. */
export const readTransfer = (data: DataTransfer): Pasted | null =>
  readPasted({ text: data.getData('text/plain'), html: data.getData('text/html'), files: [...data.files] })

/** A board's worth of what was copied; what is longer was not made here. */
const MOST_HTML = 8_000_000

const clippingIn = (html: string): Clipping | null => {
  if (!html.includes(ATTRIBUTE) || html.length > MOST_HTML) return null
  const packed = new DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector(`[${ATTRIBUTE}]`)
    ?.getAttribute(ATTRIBUTE)
  try {
    return Clipping.safeParse(JSON.parse(decodeURIComponent(packed ?? ''))).data ?? null
  } catch {
    // Neither ours nor anything else that could be read.
    return null
  }
}

/**
 * Puts forms on the clipboard without a key having been pressed: an old way, and the only one that is there on plain http
 * too. A field that nobody sees is selected, so that the browser sees something to copy.
 */
export const copyByHand = ({ text, html }: Forms): boolean => {
  const before = document.activeElement
  const field = document.createElement('textarea')
  // Ink has no words, and of nothing selected a browser copies nothing.
  field.value = text || ' '
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  field.addEventListener('copy', event => {
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
  })
  const done = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return done
}

/** What lies on the clipboard, asked for without a key: null where the browser does not let a page look. */
export const readClipboard = async (): Promise<(Forms & { readonly files: readonly File[] }) | null> => {
  try {
    const items = await (navigator.clipboard as Clipboard | undefined)?.read?.()
    if (items === undefined) return null
    const of = async (type: string) => {
      const item = items.find(({ types }) => types.includes(type))
      return item === undefined ? '' : (await item.getType(type)).text()
    }
    const files = items.flatMap(item => {
      const type = item.types.find(one => one.startsWith('image/'))
      return type === undefined ? [] : [item.getType(type).then(blob => new File([blob], 'picture', { type }))]
    })
    return { text: await of('text/plain'), html: await of('text/html'), files: await Promise.all(files) }
  } catch {
    // Not allowed, by the person or by the browser: they paste by themselves then.
    return null
  }
}
