import type { Surface } from './surface.ts'
import type { ThingId } from './thing.ts'

/** The selection as the last pick left it; any other way to select makes another set. */
const picked = new WeakMap<Surface, ReadonlySet<ThingId>>()

/** Selects something too, or lets go of it. */
export const pick = (surface: Surface, id: ThingId): void => {
  const before = surface.selected.get()
  surface.select(before.has(id) ? [...before].filter(other => other !== id) : [...before, id])
  picked.set(surface, surface.selected.get())
}

/** Several are being selected one by one: until something is selected otherwise, the keyboard walks on and they stay. */
export const isPicking = (surface: Surface): boolean =>
  surface.selected.get().size > 0 && picked.get(surface) === surface.selected.get()
