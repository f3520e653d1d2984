/** The beginning of somebody's words, for a line that only has to say which card it is about. */
export const excerpt = (text: string, most = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`
}
