import { createStore } from '../session/store.ts'

/** What the board reads out by itself of what others do: nothing, one summary in a while, or each card as it comes. */
export const LISTENING = ['summary', 'all', 'off'] as const
export type Listening = (typeof LISTENING)[number]

const KEY = 'jointly.listening'

const remembered = (): Listening => {
  try {
    return LISTENING.find(one => one === localStorage.getItem(KEY)) ?? 'summary'
  } catch {
    return 'summary'
  }
}

/** The listener's choice, remembered by this browser. */
export const listening = createStore<Listening>(remembered())

export const chooseListening = (next: Listening): void => {
  listening.set(next)
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // Not remembered then; it holds for this page.
  }
}
