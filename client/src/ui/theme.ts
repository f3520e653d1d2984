import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../session/remembered.ts'
import { createStore } from '../session/store.ts'

/** `system` follows what the device prefers; it is what holds until a person chooses. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'jointly.theme'
const wanted = (): Theme => remembered(KEY, THEMES) ?? 'system'
const theme = createStore(wanted())

const show = () => {
  if (theme.get() === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme.get()
}

/** Called once, before the first paint; also follows a choice made in another tab. */
export const startTheme = (): void => {
  show()
  theme.subscribe(show)
  addEventListener('storage', event => {
    if (event.key === KEY) theme.set(wanted())
  })
}

export const chooseTheme = (next: Theme): void => {
  theme.set(next)
  remember(KEY, next === 'system' ? null : next)
}

/** The chosen theme, and the choice as it changes. */
export const useTheme = (): Theme => useSyncExternalStore(theme.subscribe, theme.get)
