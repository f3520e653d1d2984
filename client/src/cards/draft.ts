import { type CardKind, documentName, type Topic } from '@jointly/board'
import { useCallback, useState } from 'react'
import { useSession } from '../session/hooks.ts'
import { type WordStore, wordStoreOf } from '../session/wordStore.ts'

/** A card that is being composed: its words, and for a fact where it comes from. */
export type Draft = { readonly text: string; readonly source: string }

const EMPTY: Draft = { text: '', source: '' }

const read = (store: WordStore, key: string): Draft => {
  const [text, source] = (store.getItem(key) ?? '').split('\u0000')
  return { text: text ?? '', source: source ?? '' }
}

const write = (store: WordStore, key: string, draft: Draft) => {
  if (draft.text === '' && draft.source === '') store.removeItem(key)
  else store.setItem(key, `${draft.text}\u0000${draft.source}`)
}

/**
 * What was typed and not yet posted. It outlives another stage, at the table a reload of this tab too, and never leaves
 * the tab: words of a caucus are in no storage of the browser.
 */
export const useDraft = (of: CardKind | `about:${Topic}`): readonly [Draft, (change: Partial<Draft>) => void] => {
  const { opened, place } = useSession()
  const store = wordStoreOf(place.document)
  const key = `jointly.composer.${documentName(place.document)}.${opened.you.id}.${of}`
  const [held, setHeld] = useState({ key, draft: read(store, key) })
  const draft = held.key === key ? held.draft : read(store, key)
  const change = useCallback(
    (part: Partial<Draft>) =>
      setHeld(before => {
        const next = { ...(before.key === key ? before.draft : read(store, key)), ...part }
        write(store, key, next)
        return { key, draft: next }
      }),
    [store, key],
  )
  return [draft, change]
}

export const NO_DRAFT = EMPTY
