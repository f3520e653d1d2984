import type { CardKind } from '@jointly/board'
import { useCallback, useState } from 'react'
import { useSession } from '../session/hooks.ts'

/** A card that is being composed: its words, and for a fact where it comes from. */
export type Draft = { readonly text: string; readonly source: string }

const EMPTY: Draft = { text: '', source: '' }

const read = (key: string): Draft => {
  const [text, source] = (sessionStorage.getItem(key) ?? '').split('\u0000')
  return { text: text ?? '', source: source ?? '' }
}

const write = (key: string, draft: Draft) => {
  if (draft.text === '' && draft.source === '') sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, `${draft.text}\u0000${draft.source}`)
}

/**
 * What was typed and not yet posted. It outlives another stage and a reload of this tab, and never leaves the tab. Only
 * for the joint board: words of a caucus are not kept in a browser.
 */
export const useDraft = (kind: CardKind): readonly [Draft, (change: Partial<Draft>) => void] => {
  const { opened } = useSession()
  const key = `jointly.composer.${opened.board.id}.${opened.you.id}.${kind}`
  const [held, setHeld] = useState({ key, draft: read(key) })
  const draft = held.key === key ? held.draft : read(key)
  const change = useCallback(
    (part: Partial<Draft>) =>
      setHeld(before => {
        const next = { ...(before.key === key ? before.draft : read(key)), ...part }
        write(key, next)
        return { key, draft: next }
      }),
    [key],
  )
  return [draft, change]
}

export const NO_DRAFT = EMPTY
