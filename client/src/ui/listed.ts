import i18next from 'i18next'

/** Words as the spoken language strings them together: "Ana, Ugo and Mia", or "Ana, Ugo or Mia". */
export const listed = (words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  new Intl.ListFormat(i18next.language, { type }).format(words)
