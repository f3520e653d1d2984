const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word that was typed stands somewhere in a text, accents and capitals aside. */
export const isLikeWords = (text: string, words: string): boolean => {
  const where = plain(text)
  return plain(words)
    .split(/\s+/)
    .every(word => where.includes(word))
}
