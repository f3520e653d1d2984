import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { en } from './en/index.ts'
import type { SameKeys } from './sameKeys.ts'

/** English is bundled, as what every other language falls back to; the others are fetched when they are spoken. */
const WORDS = {
  en: async () => en,
  es: async () => (await import('./es/index.ts')).es,
} as const satisfies Record<string, () => Promise<SameKeys<typeof en>>>

export type Language = keyof typeof WORDS
export const LANGUAGES = Object.keys(WORDS) as Language[]

/** What dates, numbers, lists and React Aria's own words are written in. */
export const LOCALES = { en: 'en-US', es: 'es-419' } as const satisfies Record<Language, string>

/** Each in itself: whoever looks for a language does not read the one that is shown. */
export const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>

const KEY = 'jointly.language'
const listeners = new Set<() => void>()
let current: Language = 'en'
/** What was asked for last: slow words that nobody waits for any more are not put over it. */
let asked: Language = current

const isLanguage = (value: unknown): value is Language => LANGUAGES.some(language => language === value)

/** The first of these tags that is a language of ours: `es-AR` is `es`. */
export const firstSpoken = (tags: readonly string[]): Language =>
  tags.map(tag => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'

/** What was chosen here, else what the browser asks for. A browser that forbids storage remembers nothing. */
const wanted = (): Language => {
  try {
    const value = localStorage.getItem(KEY)
    if (isLanguage(value)) return value
  } catch {
    // The browser's own list is the answer then.
  }
  return firstSpoken(navigator.languages)
}

/** Puts the page into a language; false, and all stays as it was, when its words could not be fetched. */
const speak = async (language: Language): Promise<boolean> => {
  asked = language
  try {
    for (const [namespace, words] of Object.entries(await WORDS[language]()))
      i18next.addResourceBundle(language, namespace, words)
  } catch {
    return false
  }
  if (asked !== language) return true
  await i18next.changeLanguage(LOCALES[language])
  current = language
  document.documentElement.lang = language
  for (const listener of listeners) listener()
  return true
}

/** Called once, before the first paint; also follows a choice made in another tab. What cannot be fetched is English. */
export const startLanguage = async (): Promise<void> => {
  addEventListener('storage', event => {
    if (event.key === KEY) void speak(wanted())
  })
  await speak(wanted())
}

/** A person's choice, remembered in this browser once its words are here; false when they could not be fetched. */
export const chooseLanguage = async (language: Language): Promise<boolean> => {
  if (!(await speak(language))) return false
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Not remembered then; it holds for this page.
  }
  return true
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language of the page, and the change as it happens. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => current)
