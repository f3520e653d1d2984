import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../session/remembered.ts'
import { createStore } from '../session/store.ts'
import { first } from './en/first.ts'
import type { SameKeys } from './sameKeys.ts'

/** English is bundled, as what every other language falls back to; the others are fetched when they are spoken. */
const FIRST = {
  en: async () => first,
  es: async () => (await import('./es/first.ts')).first,
} as const satisfies Record<string, () => Promise<SameKeys<typeof first>>>

/** What only one part of the page says comes with that part. */
const LATER = {
  agreement: {
    en: async () => (await import('./en/agreement.ts')).agreement,
    es: async () => (await import('./es/agreement.ts')).agreement,
  },
  canvas: {
    en: async () => (await import('./en/canvas.ts')).canvas,
    es: async () => (await import('./es/canvas.ts')).canvas,
  },
  caucus: {
    en: async () => (await import('./en/caucus.ts')).caucus,
    es: async () => (await import('./es/caucus.ts')).caucus,
  },
  comments: {
    en: async () => (await import('./en/comments.ts')).comments,
    es: async () => (await import('./es/comments.ts')).comments,
  },
  consensus: {
    en: async () => (await import('./en/consensus.ts')).consensus,
    es: async () => (await import('./es/consensus.ts')).consensus,
  },
  door: { en: async () => (await import('./en/door.ts')).door, es: async () => (await import('./es/door.ts')).door },
  erasing: {
    en: async () => (await import('./en/erasing.ts')).erasing,
    es: async () => (await import('./es/erasing.ts')).erasing,
  },
  facilitation: {
    en: async () => (await import('./en/facilitation.ts')).facilitation,
    es: async () => (await import('./es/facilitation.ts')).facilitation,
  },
  followUp: {
    en: async () => (await import('./en/followUp.ts')).followUp,
    es: async () => (await import('./es/followUp.ts')).followUp,
  },
  pulse: {
    en: async () => (await import('./en/pulse.ts')).pulse,
    es: async () => (await import('./es/pulse.ts')).pulse,
  },
  refused: {
    en: async () => (await import('./en/refused.ts')).refused,
    es: async () => (await import('./es/refused.ts')).refused,
  },
  report: {
    en: async () => (await import('./en/report.ts')).report,
    es: async () => (await import('./es/report.ts')).report,
  },
  home: { en: async () => (await import('./en/home.ts')).home, es: async () => (await import('./es/home.ts')).home },
  rounds: {
    en: async () => (await import('./en/rounds.ts')).rounds,
    es: async () => (await import('./es/rounds.ts')).rounds,
  },
  rules: {
    en: async () => (await import('./en/rules.ts')).rules,
    es: async () => (await import('./es/rules.ts')).rules,
  },
  team: { en: async () => (await import('./en/team.ts')).team, es: async () => (await import('./es/team.ts')).team },
  values: {
    en: async () => (await import('./en/values.ts')).values,
    es: async () => (await import('./es/values.ts')).values,
  },
  weighing: {
    en: async () => (await import('./en/weighing.ts')).weighing,
    es: async () => (await import('./es/weighing.ts')).weighing,
  },
} as const satisfies Record<string, Record<Language, () => Promise<object>>>
type Later = keyof typeof LATER

export type Language = keyof typeof FIRST
export const LANGUAGES = Object.keys(FIRST) as Language[]

/** What dates, numbers, lists and React Aria's own words are written in. */
export const LOCALES = { en: 'en-US', es: 'es-419' } as const satisfies Record<Language, string>

/** Each in itself: whoever looks for a language does not read the one that is shown. */
export const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>

const KEY = 'jointly.language'
const spoken = createStore<Language>('en')
/** What was asked for last: slow words that nobody waits for any more are not put over it. */
let asked: Language = spoken.get()

const isLanguage = (value: unknown): value is Language => LANGUAGES.some(language => language === value)

/** The first of these tags that is a language of ours: `es-AR` is `es`. */
export const firstSpoken = (tags: readonly string[]): Language =>
  tags.map(tag => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'

/** What was chosen here, else what the browser asks for. */
const wanted = (): Language => remembered(KEY, LANGUAGES) ?? firstSpoken(navigator.languages)

/** What the parts of the page that were fetched say. */
const needed = new Set<Later>()

/** A part that is fetched while the page is still being read (the face one was at) has its words before there is a place for them. */
const started = Promise.withResolvers<void>()

const learn = (language: Language, namespaces: Iterable<Later>): Promise<unknown> =>
  Promise.all(
    Array.from(namespaces, async namespace => {
      const [words] = await Promise.all([LATER[namespace][language](), started.promise])
      i18next.addResourceBundle(language, namespace, words)
    }),
  )

/** A part of the page, once the words that it says are here as well. */
export const withWords = async <Part>(words: Later | readonly Later[], part: Promise<Part>): Promise<Part> => {
  const namespaces = [words].flat() as Later[]
  for (const namespace of namespaces) needed.add(namespace)
  // Also those of the language that is on its way: it was asked for before this part was.
  const [here] = await Promise.all([part, ...[...new Set([spoken.get(), asked])].map(one => learn(one, namespaces))])
  return here
}

/** Puts the page into a language; false, and all stays as it was, when its words could not be fetched. */
const speak = async (language: Language): Promise<boolean> => {
  asked = language
  try {
    const [words] = await Promise.all([FIRST[language](), learn(language, needed)])
    for (const [namespace, own] of Object.entries(words)) i18next.addResourceBundle(language, namespace, own)
  } catch {
    return false
  }
  if (asked !== language) return true
  await i18next.changeLanguage(LOCALES[language])
  document.documentElement.lang = language
  spoken.set(language)
  return true
}

/** Called once, before the first paint; also follows a choice made in another tab. What cannot be fetched is English. */
export const startLanguage = async (): Promise<void> => {
  started.resolve()
  addEventListener('storage', event => {
    if (event.key === KEY) void speak(wanted())
  })
  await speak(wanted())
}

/** A person's choice, remembered in this browser once its words are here; false when they could not be fetched. */
export const chooseLanguage = async (language: Language): Promise<boolean> => {
  if (!(await speak(language))) return false
  remember(KEY, language)
  return true
}

/** The language of the page, and the change as it happens. */
export const useLanguage = (): Language => useSyncExternalStore(spoken.subscribe, spoken.get)
