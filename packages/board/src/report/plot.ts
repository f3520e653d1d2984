import { CERTAIN_DIGITS } from '../weighing/print.ts'
import { decimal } from './decimal.ts'
import type { Course } from './page.ts'

/** Where everything of a line plot stands, in the units of a box of this size. Screens and printed reports draw the same. */
export type Plot = {
  readonly width: number
  readonly height: number
  /** The corners of the line, as SVG writes them. */
  readonly line: string
  readonly dots: readonly { readonly x: number; readonly y: number; readonly on: string; readonly value: number }[]
  readonly target: { readonly x: number; readonly y: number; readonly value: number }
  /** The lines across, and what they are worth. */
  readonly levels: readonly { readonly y: number; readonly label: string }[]
  readonly left: number
  readonly right: number
  readonly first: string
  readonly last: string
}

const MARGIN = { top: 22, right: 16, bottom: 26, left: 52 }
const WANTED_LEVELS = 4
/** Below it the power of ten of a step would round to nothing. */
const LEAST_STEP = 1e-300

/** Round steps (1, 2 or 5 of a power of ten) that cover the range. */
const levelsOf = (from: number, to: number): number[] => {
  const greatest = Math.max(Math.abs(from), Math.abs(to))
  // A level is printed in the digits that are certain: closer ones would be one number, and the plot no height.
  const closest = 10 ** (Math.floor(Math.log10(greatest)) + 1 - CERTAIN_DIGITS)
  const raw = Math.max((to - from || greatest || 1) / WANTED_LEVELS, closest, LEAST_STEP)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 5, 10].find(factor => factor * power >= raw) ?? 10) * power
  const first = Math.floor(from / step)
  const last = Math.max(Math.ceil(to / step), first + 1)
  // Counted and not added up: 0.1 + 0.2 is no level that one prints.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(CERTAIN_DIGITS)))
}

export const linePlot = ({ values, target }: Course, { width, height }: { width: number; height: number }): Plot => {
  const days = [...values, target].map(({ on }) => on).sort()
  const [first = target.on] = days
  const last = days.at(-1) ?? target.on
  const all = [...values, target].map(({ value }) => value)
  const levels = levelsOf(Math.min(...all), Math.max(...all))
  const [low = 0] = levels
  const high = levels.at(-1) ?? 1
  const span = Date.parse(last) - Date.parse(first) || 1
  const left = MARGIN.left
  const right = width - MARGIN.right
  const x = (on: string) => left + ((Date.parse(on) - Date.parse(first)) / span) * (right - left)
  const y = (value: number) => MARGIN.top + ((high - value) / (high - low)) * (height - MARGIN.top - MARGIN.bottom)
  const dots = values.map(({ on, value }) => ({ on, value, x: tenths(x(on)), y: tenths(y(value)) }))
  return {
    ...{ width, height, left, right, first, last, dots },
    line: dots.map(dot => `${dot.x},${dot.y}`).join(' '),
    target: { x: tenths(x(target.on)), y: tenths(y(target.value)), value: target.value },
    levels: levels.map(level => ({ y: tenths(y(level)), label: decimal(level) })),
  }
}
const tenths = (number: number) => Math.round(number * 10) / 10
