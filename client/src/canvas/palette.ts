import { SHAPES, type Shape } from '@jointly/board'

const NAMES = [
  'paper',
  'surface',
  'card',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'focus',
  'on-side',
  'bad',
  'good',
] as const
const SIDES = [...SHAPES, 'neutral'] as const

/** The colours of the style sheet as a canvas can use them: a canvas knows no variables. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>> & {
  readonly side: Readonly<Record<Shape | 'neutral', string>>
  readonly tint: Readonly<Record<Shape | 'neutral', string>>
}

export const readPalette = (element: HTMLElement): Palette => {
  const probe = element.appendChild(document.createElement('span'))
  probe.hidden = true
  // Else every colour would be that of text where the device forces its own.
  probe.style.setProperty('forced-color-adjust', 'none')
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const of = <Name extends string>(names: readonly Name[], suffix = '') =>
    Object.fromEntries(names.map(name => [name, colour(name + suffix)])) as Record<Name, string> // the names are the keys
  const palette = { ...of(NAMES), side: of(SIDES), tint: of(SIDES, '-tint') }
  probe.remove()
  return palette
}

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']

/** Tells when the colours have changed: the person's choice, or the device's. */
export const onPaletteChange = (changed: () => void): (() => void) => {
  const queries = QUERIES.map(query => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
    chosen.disconnect()
  }
}
