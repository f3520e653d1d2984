/** A number as people type it, with a point or a comma before its decimals; null for anything else, and for none. */
export const numberIn = (text: string): number | null => {
  const typed = plain(text)
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(typed) && twoReadingsOf(text) === null ? Number(typed) : null
}

type Readings = { readonly thousands: string; readonly decimals: string }

/**
 * "1,000" is a thousand to one and a one to another, and so is "1.000": the languages, and the countries of one language,
 * differ. Three digits behind one to three others are read by nobody's rule but the writer's: both readings, each written as
 * it can be read in one way alone. Null where there is one.
 */
export const twoReadingsOf = (text: string): Readings | null => {
  const [, whole, part] = /^(-?[1-9]\d{0,2})\.(\d{3})$/.exec(plain(text)) ?? []
  if (whole === undefined || part === undefined) return null
  const decimals = String(Number(`${whole}.${part}`))
  return { thousands: whole + part, decimals: decimals.endsWith(part) ? `${decimals}0` : decimals }
}

const plain = (text: string): string => text.trim().replace(',', '.').replace('−', '-')
