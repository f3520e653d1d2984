import { Extension } from '@tiptap/core'

type Keys = {
  /** Esc: the wording ends here. */
  onLeave: () => void
  /** Tab or Mod+Enter at the end: the next one begins. */
  onNext: () => void
  /** Alt+F10, as in every editor: to the tools. */
  onTools: () => void
}

/**
 * Keys of wording in place. Tab indents within a list, and at the end of the words starts the next card; elsewhere it is
 * the browser's, so that nobody is caught in an editor.
 */
export const WordingKeys = Extension.create<Keys>({
  name: 'wordingKeys',
  priority: 1100,
  addOptions: () => ({ onLeave: () => {}, onNext: () => {}, onTools: () => {} }),
  addKeyboardShortcuts() {
    const leave = () => {
      this.options.onLeave()
      return true
    }
    const next = () => {
      this.options.onNext()
      return true
    }
    return {
      Escape: leave,
      'Mod-Enter': next,
      'Alt-F10': () => {
        this.options.onTools()
        return true
      },
      Tab: ({ editor }) => {
        if (editor.isActive('listItem') && editor.commands.sinkListItem('listItem')) return true
        const { selection, doc } = editor.state
        return selection.empty && selection.head >= doc.content.size - 1 && !editor.isActive('listItem')
          ? next()
          : false
      },
      'Shift-Tab': ({ editor }) => editor.isActive('listItem') && editor.commands.liftListItem('listItem'),
    }
  },
})
