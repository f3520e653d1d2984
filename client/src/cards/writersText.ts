import i18next, { type TFunction } from 'i18next'
import type { Here } from '../session/presence.ts'

/** Names as a language strings them together: "Ana, Ugo and Mia". */
export const list = (names: readonly string[]): string =>
  new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(names)

/** "Ana is writing", "Ana and Ugo are writing". */
export const writersText = (t: TFunction<'cards'>, writers: readonly Here[]): string =>
  t('writing', { names: list(writers.map(writer => writer.name)), count: writers.length })
