import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import type { Here } from '../session/presence.ts'
import { listed } from '../ui/listed.ts'
import { namesOf } from './author.ts'

/** "Ana is writing", "Ana and Ugo are writing"; by their side where the ground rules leave names out. */
export const useWritersText = (): ((writers: readonly Here[]) => string) => {
  const { t } = useTranslation('cards')
  const process = useProcess()
  const me = useMe()
  return writers => {
    const names = namesOf(writers, process, me)
    return t('writing', { names: listed(names), count: names.length })
  }
}
