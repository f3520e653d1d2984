import type { MemberId, Position } from '@jointly/board'

/** How long the trail of a laser is seen. */
const FADE_MS = 700

export type Trail = readonly (Position & { readonly age: number })[]

/** Where lasers have been in the last moment, by person. */
export class Trails {
  readonly #points = new Map<MemberId, (Position & { at: number })[]>()

  add(who: MemberId, { x, y }: Position, at: number = performance.now()): void {
    const points = this.#points.get(who) ?? []
    const last = points.at(-1)
    if (last?.x === x && last.y === y) points.pop()
    points.push({ x, y, at })
    this.#points.set(who, points)
  }

  /** The laser is still lit: its last point does not fade. */
  hold(who: MemberId, at: number = performance.now()): void {
    const last = this.#points.get(who)?.at(-1)
    if (last !== undefined) last.at = at
  }

  /** What is still to be seen; `age` runs from 0 to 1. */
  now(at: number = performance.now()): ReadonlyMap<MemberId, Trail> {
    for (const [who, points] of this.#points) {
      const fresh = points.filter(point => at - point.at < FADE_MS)
      if (fresh.length === 0) this.#points.delete(who)
      else this.#points.set(who, fresh)
    }
    return new Map(
      [...this.#points].map(([who, points]) => [
        who,
        points.map(({ x, y, at: then }) => ({ x, y, age: (at - then) / FADE_MS })),
      ]),
    )
  }
}
