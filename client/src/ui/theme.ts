import { useSyncExternalStore } from 'react'

/** `system` follows what the device prefers; it is what holds until a person chooses. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'jointly.theme'
const listeners = new Set<() => void>()

const isTheme = (value: unknown): value is Theme => THEMES.some(theme => theme === value)

/** The remembered choice. A browser that forbids storage simply has none. */
const remembered = (): Theme => {
  try {
    const value = localStorage.getItem(KEY)
    return isTheme(value) ? value : 'system'
  } catch {
    return 'system'
  }
}

let current: Theme = remembered()

const show = () => {
  if (current === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = current
}

/** Called once, before the first paint; also follows a choice made in another tab. */
export const startTheme = (): void => {
  show()
  addEventListener('storage', event => {
    if (event.key !== KEY) return
    current = remembered()
    show()
    for (const listener of listeners) listener()
  })
}

export const chooseTheme = (theme: Theme): void => {
  current = theme
  show()
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Not remembered then; it holds for this page.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The chosen theme, and the choice as it changes. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => current)
