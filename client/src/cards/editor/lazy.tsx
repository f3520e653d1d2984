import { type ComponentType, lazy, memo, useState } from 'react'
import { whenIdle } from '../../ui/whenIdle.ts'
import type { CardEditorProps } from './CardEditor.tsx'
import type { TextEditorProps } from './TextEditor.tsx'

// The editors and all of Tiptap come in a chunk of their own, after the board stands.
const loadCard = () => import('./CardEditor.tsx')
const loadText = () => import('./TextEditor.tsx')
const LazyCard = lazy(loadCard)
const LazyText = lazy(loadText)

let loaded: { Card: ComponentType<CardEditorProps>; Text: ComponentType<TextEditorProps> } | null = null

/** Fetches the editors while nobody waits for them, so that the letter after Enter is already in the card. */
export const prepareEditor = (): void => {
  const load = () =>
    void Promise.all([loadCard(), loadText()]).then(
      ([card, text]) => {
        loaded = { Card: card.default, Text: text.default }
      },
      () => {}, // asked for again when one is needed
    )
  whenIdle(load)
}

/**
 * Which of the two is decided once: an editor that is open must not become another component under the writer. Nor is it
 * drawn again for each letter that it writes itself.
 */
export const CardEditor = memo((props: CardEditorProps) => {
  const [Editor] = useState<ComponentType<CardEditorProps>>(() => loaded?.Card ?? LazyCard)
  return <Editor {...props} />
})

export const TextEditor = memo((props: TextEditorProps) => {
  const [Editor] = useState<ComponentType<TextEditorProps>>(() => loaded?.Text ?? LazyText)
  return <Editor {...props} />
})
