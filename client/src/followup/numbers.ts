/** A number as people type it, with a point or a comma before its decimals; null for anything else, and for none. */
export const numberIn = (text: string): number | null => {
  const typed = text.trim().replace(',', '.').replace('−', '-')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null
}
