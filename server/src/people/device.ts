/** Where a session was opened, in words that its owner knows again. More than these words is not kept. */
export type Device = { readonly browser: string | null; readonly system: string | null }

/** In this order: most browsers name others beside themselves. */
const BROWSERS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPT)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

/** Longer than any honest one; what follows is not looked at. */
const MOST = 500

const first = (names: typeof BROWSERS, text: string) => names.find(([, mark]) => mark.test(text))?.[0] ?? null

/** What a `User-Agent` says, in plain words; null where it says nothing known, as programs do. */
export const deviceOf = (userAgent: string | undefined): Device => {
  const text = (userAgent ?? '').slice(0, MOST)
  return { browser: first(BROWSERS, text), system: first(SYSTEMS, text) }
}
