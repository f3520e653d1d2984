import type { Editor } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/**
 * y-tiptap (3.0.9) notes the selection once for a batch of transactions, as relative and as absolute positions, and looks
 * the absolute ones up in the words as each transaction finds them. Where Yjs adds a transaction of its own to a batch (it
 * tidies up after marks that were set at the same time), the words have changed by then: a position beyond their end
 * throws, in the middle of applying what somebody else wrote. The relative positions hold throughout, so after the first
 * transaction only they are left.
 */
export const forgetStalePositions = (editor: Editor, doc: Y.Doc): (() => void) => {
  const forget = () => {
    const noted: unknown = ySyncPluginKey.getState(editor.state)?.binding?.beforeTransactionSelection
    if (typeof noted === 'object' && noted !== null) Object.assign(noted, { absAnchor: null, absHead: null })
  }
  doc.on('afterTransaction', forget)
  return () => doc.off('afterTransaction', forget)
}
