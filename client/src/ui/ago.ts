const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The largest unit that the time is at least one of, down to minutes. */
const UNITS = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const

/** "3 hours ago", "yesterday"; null for less than a minute, and for a server clock that runs ahead of ours. */
export const agoIn = (language: string, elapsedMs: number): string | null => {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, ms] of UNITS) if (elapsedMs >= ms) return words.format(-Math.floor(elapsedMs / ms), unit)
  return null
}
