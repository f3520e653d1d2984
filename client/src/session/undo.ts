import { undoManagerFor } from '@jointly/board'
import * as Y from 'yjs'

/**
 * One undo order over the whole board. The editors' origin (`ySyncPluginKey`) is added when the first editor is loaded,
 * so that this file does not bring Tiptap into the first screen.
 */
export const boardUndo = (doc: Y.Doc): Y.UndoManager => undoManagerFor(doc, { keep: isUnprotected })

/**
 * The filter that y-tiptap's own undo uses (its `defaultDeleteFilter` with paragraphs protected): undo takes words out
 * of a paragraph and never a paragraph, or a stretch of text, that still holds somebody else's.
 */
const isUnprotected = (item: Y.Item): boolean => {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return true
  const { type } = item.content
  const isProtected = type instanceof Y.Text || (type instanceof Y.XmlElement && type.nodeName === 'paragraph')
  return !isProtected || type._length === 0
}

/** What an editor may not do to the one undo manager that all share. */
const INERT: ReadonlyMap<string | symbol, unknown> = new Map<string | symbol, unknown>([
  ['on', () => {}],
  ['off', () => {}],
  ['once', () => {}],
  ['destroy', () => {}],
  ['restore', undefined],
])

/**
 * A façade for one editor: the same stacks, undo, redo and capturing, but closing the editor ends nothing. y-tiptap
 * destroys the manager it was given when its view goes, and Tiptap then hangs a `restore` on it; with several editors
 * over a session that would end undo for the board. Its listeners (which restore a selection) would outlive their view
 * and throw at a later redo.
 */
export const undoFacade = (manager: Y.UndoManager): Y.UndoManager =>
  new Proxy(manager, {
    get: (target, key) => {
      if (INERT.has(key)) return INERT.get(key)
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
    set: () => true,
  })
