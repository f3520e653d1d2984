import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Heading2, Heading3, Italic, Link, List, ListOrdered, type LucideIcon, MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { keysLabel } from '../../ui/keys.ts'
import styles from './WordsEditor.module.css'

type Tool = {
  readonly id: 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'heading' | 'subheading'
  readonly Icon: LucideIcon
  readonly keys?: string
  readonly textOnly?: true
  readonly isOn: (editor: Editor) => boolean
  readonly run: (editor: Editor) => void
}

/** What words can be made of, once: a button each. */
const TOOLS: readonly Tool[] = [
  {
    id: 'heading',
    Icon: Heading2,
    textOnly: true,
    isOn: editor => editor.isActive('heading', { level: 2 }),
    run: editor => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    id: 'subheading',
    Icon: Heading3,
    textOnly: true,
    isOn: editor => editor.isActive('heading', { level: 3 }),
    run: editor => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    id: 'bold',
    Icon: Bold,
    keys: 'Ctrl+B',
    isOn: editor => editor.isActive('bold'),
    run: editor => editor.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    Icon: Italic,
    keys: 'Ctrl+I',
    isOn: editor => editor.isActive('italic'),
    run: editor => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'bulletList',
    Icon: List,
    isOn: editor => editor.isActive('bulletList'),
    run: editor => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    Icon: ListOrdered,
    isOn: editor => editor.isActive('orderedList'),
    run: editor => editor.chain().focus().toggleOrderedList().run(),
  },
]

export type ToolsProps = {
  editor: Editor
  place: 'card' | 'text'
  onLink: () => void
  onComment?: () => void
  onDone: () => void
}

/** The small row of tools under the words being edited. Pressing one does not take the focus out of the words. */
export const Tools = ({ editor, place, onLink, onComment, onDone }: ToolsProps) => {
  const { t } = useTranslation('cards')
  const tools = TOOLS.filter(tool => place === 'text' || !tool.textOnly)
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => [...tools.map(tool => tool.isOn(now)), now.isActive('link')],
  })
  return (
    <div
      className={styles.tools}
      role="toolbar"
      aria-label={t('editor.tools')}
      onMouseDown={keepFocus}
      onKeyDown={event => {
        // Back to the words; a second Escape ends the wording there.
        if (event.key === 'Escape') editor.view.focus()
        else walk(event)
      }}
    >
      {tools.map(({ id, Icon, keys, run }, i) => (
        <button
          key={id}
          type="button"
          className={styles.tool}
          aria-label={t(`editor.${id}`)}
          title={keys === undefined ? t(`editor.${id}`) : `${t(`editor.${id}`)} (${keysLabel(keys)})`}
          aria-pressed={on[i] === true}
          onClick={() => run(editor)}
        >
          <Icon aria-hidden="true" />
        </button>
      ))}
      <button
        type="button"
        className={styles.tool}
        aria-label={t('editor.link')}
        title={t('editor.link')}
        aria-pressed={on.at(-1) === true}
        onClick={onLink}
      >
        <Link aria-hidden="true" />
      </button>
      {onComment !== undefined && (
        <button
          type="button"
          className={styles.tool}
          aria-label={t('comment')}
          title={t('comment')}
          onClick={onComment}
        >
          <MessageSquare aria-hidden="true" />
        </button>
      )}
      <button type="button" className={styles.done} title={t('editor.keys')} onClick={onDone}>
        {t('editor.done')}
      </button>
    </div>
  )
}

const keepFocus = (event: React.MouseEvent) => event.preventDefault()

/** Arrows walk along a toolbar. */
const walk = (event: React.KeyboardEvent<HTMLElement>) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex(button => button.matches(':focus'))
  buttons.at((at + step) % buttons.length)?.focus()
  event.preventDefault()
}
