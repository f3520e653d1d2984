import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { first } from './en/first.ts'
import type { en } from './en/index.ts'
import { LOCALES, startLanguage } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

/** Done when the page can speak: at once in English, after one fetch in another language. */
export const startI18n = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: LOCALES.en,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(first),
    resources: { en: first },
    initAsync: false,
    // React escapes what it prints.
    interpolation: { escapeValue: false },
  })
  await startLanguage()
}
