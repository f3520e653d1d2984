import { useTranslation } from 'react-i18next'
import { numberIn, twoReadingsOf } from './numbers.ts'

/** What is wrong with a number as it was typed, as a sentence. */
export const useNumberFault = () => {
  const { t } = useTranslation('followUp')
  return (text: string): string | undefined => {
    if (numberIn(text) !== null) return undefined
    const readings = twoReadingsOf(text)
    return readings === null ? t('needsNumber') : t('twoReadings', readings)
  }
}
