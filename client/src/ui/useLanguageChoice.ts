import { useTranslation } from 'react-i18next'
import { chooseLanguage, LANGUAGE_NAMES, type Language } from '../i18n/language.ts'
import { notify } from './notices.ts'

/** Puts the page into another language, and says so when its words cannot be fetched. */
export const useLanguageChoice = (): ((language: Language) => void) => {
  const { t } = useTranslation('common')
  return async language => {
    if (await chooseLanguage(language)) return
    notify(t('languageFailed', { language: LANGUAGE_NAMES[language] }), { kind: 'bad' })
  }
}
