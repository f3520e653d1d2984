import { useReadable } from '../session/hooks.ts'
import { createStore } from '../session/store.ts'

const KEY = 'jointly.others-on-canvas'

const remembered = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

const shown = createStore(remembered())

export const othersShown = shown.get

/** Whether others' cursors and selections are drawn; remembered by this browser. */
export const useOthersShown = (): boolean => useReadable(shown)

export const toggleOthers = (): void => {
  shown.set(!shown.get())
  try {
    localStorage.setItem(KEY, shown.get() ? 'on' : 'off')
  } catch {
    // Not remembered then; it holds for this page.
  }
}
