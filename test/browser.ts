import { existsSync } from 'node:fs'

/** Where a Chromium may be: named by hand, Debian's, or one of its siblings. Playwright's own download is not used. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const INSTALL_BROWSER = 'apt-get update -qq && apt-get install -y -qq chromium'

export const findBrowser = (): string | null => PLACES.find(path => path !== undefined && existsSync(path)) ?? null

/** As root there is no sandbox to be had; the rest keeps Chromium from asking its maker anything on a closed network. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // Nothing is made ahead of time, and what is drawn is drawn once: a machine with two cores has no third for a GPU's part.
  '--disable-features=SpareRendererForSitePerProcess',
  '--disable-gpu',
]
