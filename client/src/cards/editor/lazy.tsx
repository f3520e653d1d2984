import { lazy } from 'react'

/** The editor and all of Tiptap come in a chunk of their own, after the board stands. */
const loadCardEditor = () => import('./CardEditor.tsx')
const loadTextEditor = () => import('./TextEditor.tsx')

export const CardEditor = lazy(loadCardEditor)
export const TextEditor = lazy(loadTextEditor)

/** Fetches the editor while nobody waits for it, so that Enter on a card answers at once. */
export const prepareEditor = (): void => {
  const load = () => void Promise.all([loadCardEditor(), loadTextEditor()]).catch(() => {}) // asked again when needed
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 4_000 })
  else setTimeout(load, 1_000)
}
