import { I18nProvider } from 'react-aria-components'
import { LOCALES, useLanguage } from './language.ts'

/** React Aria's own words, and what it sorts and finds by, in the language of ours and not of the browser. */
export const Spoken = ({ children }: { children: React.ReactNode }) => (
  <I18nProvider locale={LOCALES[useLanguage()]}>{children}</I18nProvider>
)
