import Collaboration from '@tiptap/extension-collaboration'
import { EditorContent, useEditor } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { useSession } from '../../session/hooks.ts'
import { undoFacade } from '../../session/undo.ts'
import { whenDrawn } from '../../ui/whenDrawn.ts'
import { WordingKeys } from './keys.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { INPUT_RULES, schemaOf } from './schema.ts'
import { forgetStalePositions } from './stalePositions.ts'
import { Tools } from './Tools.tsx'
import styles from './WordsEditor.module.css'

export type WordsEditorProps = {
  fragment: Y.XmlFragment
  place: 'card' | 'text'
  label: string
  /** Of a joint text: somebody wants to comment on what is selected in it. */
  onComment?: (holder: Element) => void
  onLeave: () => void
  onNext: () => void
}

/** The editor of one card or one joint text, bound to the document: every keystroke is there at once and for everybody. */
export const WordsEditor = ({ fragment, place, label, onComment, onLeave, onNext }: WordsEditorProps) => {
  const { copy } = useSession()
  const frame = useRef<HTMLDivElement>(null)
  const [isLinking, setLinking] = useState(false)
  // The editor is made once and outlives this render; it calls what holds now.
  const now = useRef({ onLeave, onNext })
  now.current = { onLeave, onNext }

  const editor = useEditor({
    extensions: [
      ...schemaOf(place),
      Collaboration.configure({ fragment, yUndoOptions: { undoManager: undoFacade(copy.undo) } }),
      WordingKeys.configure({
        onLeave: () => now.current.onLeave(),
        onNext: () => now.current.onNext(),
        onTools: () => frame.current?.querySelector<HTMLElement>('[role=toolbar] button')?.focus(),
      }),
    ],
    enableInputRules: INPUT_RULES,
    enablePasteRules: false,
    // Its rules are in WordsEditor.module.css: a style sheet made by script is not let in by the server's policy.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: styles.words ?? '', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
  })

  useEffect(() => {
    copy.undo.addTrackedOrigin(ySyncPluginKey)
  }, [copy])
  useEffect(() => forgetStalePositions(editor, copy.doc), [editor, copy])

  // At once, and not in the next frame as Tiptap's own `autofocus` does: the next letter is already on its way.
  useLayoutEffect(() => {
    editor.commands.setTextSelection(editor.state.doc.content.size)
    editor.view.focus()
  }, [editor])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches the focus leave
    <div
      ref={frame}
      className={styles.frame}
      onBlur={event => {
        const words = event.currentTarget
        // Going to another window, to the tools or to the link's dialog is not leaving.
        if (words.contains(event.relatedTarget) || isLinking || !document.hasFocus()) return
        // Nor is being put into the page once more, as React does with everything while one develops.
        queueMicrotask(() => {
          if (!words.contains(document.activeElement)) onLeave()
        })
      }}
    >
      <EditorContent editor={editor} />
      <Tools
        editor={editor}
        place={place}
        onLink={() => setLinking(true)}
        {...(onComment && { onComment: () => onComment(editor.view.dom) })}
        onDone={onLeave}
      />
      {isLinking && (
        <LinkDialog
          editor={editor}
          onClose={() => {
            setLinking(false)
            whenDrawn(() => editor.commands.focus())
          }}
        />
      )}
    </div>
  )
}
