import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light: light ?? '', dark: dark ?? '' },
  ]),
)
type Theme = 'light' | 'dark'
const colour = (name: string, theme: Theme): string => {
  const pair = pairs.get(name)
  if (pair === undefined) throw new Error(`no colour --${name}`)
  return pair[theme]
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'surface', 'card', 'sunken']
const SIDES = ['circle', 'square', 'triangle', 'hexagon', 'pentagon', 'neutral']

/** Foreground, grounds, least contrast: 4.5 for text, 3 for what draws a control. */
const READABLE: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', [...GROUNDS, 'raised', 'accent-tint', 'good-tint', 'bad-tint', 'talk'], 4.5],
  ['ink-soft', [...GROUNDS, 'accent-tint'], 4.5],
  ['link', [...GROUNDS, 'accent-tint'], 4.5],
  ['good', [...GROUNDS, 'good-tint'], 4.5],
  ['bad', [...GROUNDS, 'bad-tint'], 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['on-side', SIDES, 4.5],
  ...SIDES.map(side => [side, ['paper', 'surface', 'card', `${side}-tint`], 4.5] as const),
  ['line-strong', ['paper', 'surface', 'card'], 3],
  ['focus', GROUNDS, 3],
]

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  it.each(READABLE)('--%s can be read on %j', (name, grounds, least) => {
    const faint = grounds
      .map(ground => ({ ground, ratio: contrast(colour(name, theme), colour(ground, theme)) }))
      .filter(({ ratio }) => ratio < least)
    expect(faint).toEqual([])
  })
})
