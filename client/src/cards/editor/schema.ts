import { HEADING_LEVELS, type WordsPlace } from '@jointly/board'
import { type Extensions, Mark, mergeAttributes } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { safeHref } from '../links.ts'

/** A link is its address and nothing else: how it opens is the screen's matter, and is not written into the document. */
const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: element => (safeHref(element.getAttribute('href')) === null ? false : null) },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    mergeAttributes({ rel: 'noopener noreferrer' }, { href: safeHref(HTMLAttributes.href) ?? '' }),
    0,
  ],
})

/**
 * The one schema of a place, equal on all clients: an editor deletes nodes that its schema does not know. Everything
 * that is pasted is filtered by it. No history (the board has one undo order) and no node that adds itself.
 */
export const schemaOf = (place: WordsPlace): Extensions => [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    heading: place === 'text' ? { levels: [...HEADING_LEVELS] } : false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
  }),
  Link,
]

/** Typing "- " or "1. " begins a list, as everywhere; nothing else is turned into something by typing it. */
export const INPUT_RULES = ['bulletList', 'orderedList']
