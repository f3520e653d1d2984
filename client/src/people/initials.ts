/** Two letters that stand for a name in a small mark: of the first and the last word, or the first two of a single one. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')]
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : first[1]
  return `${first[0] ?? ''}${last ?? ''}`.toLocaleUpperCase()
}
