import { existsSync } from 'node:fs'
import { findBrowser } from '../../browser.ts'
import type { Figure, Part } from '../part.ts'
import { sizes } from '../workloads/job.ts'
import { LARGE } from './board.ts'
import { measureKeystrokes } from './keystroke.ts'
import { CLIENT, measureCanvas } from './measure.ts'
import { measureRounds } from './round.ts'

const SMALL = { ...LARGE, cards: 300, links: 150 }
const OURS = 'Jointly'

const missing = (peers: Parameters<Part>[0]['peers']): string | null =>
  peers.every(({ name }) => name !== OURS)
    ? 'our server is left out'
    : findBrowser() === null
      ? 'there is no browser'
      : existsSync(CLIENT)
        ? null
        : 'client/dist is not built (pnpm build)'

const say = (step: string) => console.log(`  ${step}`)

/** A part that is measured in a browser. Only ours: the other servers have no page. */
const inBrowser =
  (measure: (plan: Parameters<Part>[0]) => Promise<Figure[]>): Part =>
  async plan => {
    const why = missing(plan.peers)
    if (why === null) return new Map([[OURS, await measure(plan)]])
    console.log(`  left out: ${why}`)
    return new Map()
  }

/** The whiteboard of a large board, while ten others type and drag on it. */
export const canvas = inBrowser(async ({ size }) => {
  const { readyMs, ...frames } = await measureCanvas({ load: size === sizes.quick ? SMALL : LARGE, say })
  return [
    { label: 'canvas, ready ms', value: readyMs, digits: 0, compared: false },
    ...Object.entries(frames).map(([name, { p95 }]) => ({
      ...{ label: `canvas, ${NAMES[name as keyof typeof frames]} p95`, value: p95, digits: 1, compared: false },
    })),
  ]
})

/** A talk in which some write, and everybody at once as on the whiteboard's part. */
const BUSY = [3, 10]

/** From one person's key to another person's screen, with 20 people on the board. */
export const keystroke = inBrowser(async () => {
  const figures: Figure[] = []
  for (const busy of BUSY) {
    const at = shares(await measureKeystrokes(busy, say))
    figures.push(
      { label: `key, ${busy} busy, p50 ms`, value: at(0.5), digits: 1, compared: false },
      { label: `key, ${busy} busy, p95 ms`, value: at(0.95), digits: 1, compared: false },
    )
  }
  return figures
})

/** Forty members hand in their answers to 10 options and 8 criteria; the joint result comes to a page. */
export const rounds = inBrowser(async ({ seed }) => {
  const { answered, ratingsMs, valuesMs } = await measureRounds(seed, say)
  const at = shares(answered)
  return [
    { label: 'answered, p50 ms', value: at(0.5), digits: 2, compared: false },
    { label: 'answered, p99 ms', value: at(0.99), digits: 2, compared: false },
    { label: 'result drawn, ms', value: ratingsMs, digits: 0, compared: false },
    { label: 'values drawn, ms', value: valuesMs, digits: 0, compared: false },
  ]
})

const shares = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}

const NAMES = { pan: 'pan', farPan: 'pan at 30 %', zoom: 'zoom', drag: 'drag' } as const
