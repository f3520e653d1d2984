import { existsSync } from 'node:fs'
import { findBrowser } from '../../browser.ts'
import type { Figure, Part } from '../part.ts'
import { sizes } from '../workloads/job.ts'
import { LARGE } from './board.ts'
import { CLIENT, measureCanvas } from './measure.ts'

const SMALL = { ...LARGE, cards: 300, links: 150 }
const OURS = 'Jointly'

/** The whiteboard in a browser. Only ours: the other servers have none. */
export const canvas: Part = async ({ peers, size }) => {
  const missing = peers.every(({ name }) => name !== OURS)
    ? 'our server is left out'
    : findBrowser() === null
      ? 'there is no browser'
      : existsSync(CLIENT)
        ? null
        : 'client/dist is not built (pnpm build)'
  if (missing !== null) {
    console.log(`  left out: ${missing}`)
    return new Map()
  }
  const say = (step: string) => console.log(`  ${step}`)
  const { readyMs, ...frames } = await measureCanvas({ load: size === sizes.quick ? SMALL : LARGE, say })
  const figures: Figure[] = [
    { label: 'canvas, ready ms', value: readyMs, digits: 0, compared: false },
    ...Object.entries(frames).map(([name, { p95 }]) => ({
      ...{ label: `canvas, ${NAMES[name as keyof typeof frames]} p95`, value: p95, digits: 1, compared: false },
    })),
  ]
  return new Map([[OURS, figures]])
}

const NAMES = { pan: 'pan', farPan: 'pan at 30 %', zoom: 'zoom', drag: 'drag' } as const
