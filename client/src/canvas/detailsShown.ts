import { createStore } from '../session/store.ts'

const KEY = 'jointly.canvas-details'

const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false
  }
}

/** Whether the panel of what is selected is open; remembered by this browser. */
export const detailsShown = createStore(remembered())

export const showDetails = (is: boolean): void => {
  detailsShown.set(is)
  try {
    localStorage.setItem(KEY, is ? 'on' : 'off')
  } catch {
    // Not remembered then; it holds for this page.
  }
}
