import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import type { Here } from '../session/presence.ts'
import { namesOf } from './author.ts'

/** Names as a language strings them together: "Ana, Ugo and Mia". */
export const list = (names: readonly string[]): string =>
  new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(names)

/** "Ana is writing", "Ana and Ugo are writing"; by their side where the ground rules leave names out. */
export const useWritersText = (): ((writers: readonly Here[]) => string) => {
  const { t } = useTranslation('cards')
  const process = useProcess()
  const me = useMe()
  return writers => {
    const names = namesOf(writers, process, me)
    return t('writing', { names: list(names), count: names.length })
  }
}
