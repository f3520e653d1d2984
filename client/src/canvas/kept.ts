import type { Surface } from './surface.ts'

/** Works something out anew only when one of the things that it depends on is another than last time. */
export const kept = <T>(work: (surface: Surface) => T, on: (surface: Surface) => readonly unknown[]) => {
  const known = new WeakMap<Surface, { readonly on: readonly unknown[]; readonly value: T }>()
  return (surface: Surface): T => {
    const now = on(surface)
    const before = known.get(surface)
    if (before?.on.every((value, i) => value === now[i])) return before.value
    const value = work(surface)
    known.set(surface, { on: now, value })
    return value
  }
}
