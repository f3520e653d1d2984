import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

/** The one language so far; dates and React Aria's words follow it. */
export const LANGUAGE = 'en-US'

/** English is bundled, so this is done before the first paint; a second language will be fetched by its folder. */
export const startI18n = (): void => {
  // Resources are given, so nothing is awaited: the promise is already kept when this returns.
  void i18next.use(initReactI18next).init({
    lng: LANGUAGE,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(en),
    resources: { en },
    initAsync: false,
    // React escapes what it prints.
    interpolation: { escapeValue: false },
  })
}
