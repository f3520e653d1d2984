import { remember, remembered } from '../session/remembered.ts'
import { createStore } from '../session/store.ts'

/** What the board reads out by itself of what others do: nothing, one summary in a while, or each card as it comes. */
export const LISTENING = ['summary', 'all', 'off'] as const
export type Listening = (typeof LISTENING)[number]

const KEY = 'jointly.listening'

/** The listener's choice. */
export const listening = createStore<Listening>(remembered(KEY, LISTENING) ?? 'summary')

export const chooseListening = (next: Listening): void => {
  listening.set(next)
  remember(KEY, next)
}
