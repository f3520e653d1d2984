import type { Page } from 'playwright-core'

/** How long the frames of something took, in milliseconds, as the page's own clock of frames saw them. */
export type Frames = { readonly p50: number; readonly p95: number; readonly worst: number; readonly count: number }

declare global {
  var benchFrames: number[] | undefined
  var benchStop: (() => void) | undefined
}

/** Measures the frames while `act` is done. */
export const framesOf = async (page: Page, act: () => Promise<void>): Promise<Frames> => {
  await page.evaluate(() => {
    const times: number[] = []
    globalThis.benchFrames = times
    let going = true
    const frame = (at: number) => {
      times.push(at)
      if (going) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    globalThis.benchStop = () => {
      going = false
    }
  })
  await act()
  const times = await page.evaluate(() => {
    globalThis.benchStop?.()
    return globalThis.benchFrames ?? []
  })
  const lengths = times.slice(1).map((at, i) => at - (times[i] ?? at))
  const sorted = lengths.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? Number.NaN, count: sorted.length }
}
