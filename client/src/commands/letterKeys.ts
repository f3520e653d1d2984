import { useSyncExternalStore } from 'react'

const KEY = 'jointly.letter-keys'
const listeners = new Set<() => void>()

/** Whether single letters are commands. Off for whoever dictates, or leans on the keyboard. */
const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

let on = remembered()

export const setLetterKeys = (next: boolean): void => {
  on = next
  try {
    localStorage.setItem(KEY, next ? 'on' : 'off')
  } catch {
    // Not remembered then; it holds for this page.
  }
  for (const listener of listeners) listener()
}

export const letterKeys = (): boolean => on

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useLetterKeys = (): boolean => useSyncExternalStore(subscribe, letterKeys)
