import type { MemberId } from '@jointly/board'
import type { OnCanvas } from '../session/presence.ts'
import type { Way } from './ink.ts'
import type { Surface } from './surface.ts'

/** Between the last word of a stroke and the stroke itself, which was committed first: so long it is still drawn. */
const LINGER_MS = 600
/** Whoever never lifts the pen is drawn up to here. */
const MOST = 20_000

type Stroke = {
  name: number
  way: [number, number, number][]
  colour: string
  side: string | null
  endedAt: number | null
}

/** What others are drawing now, put together from the words of presence, each of which holds a stretch. */
export class GrowingInk {
  readonly #surface: Surface
  readonly #strokes = new Map<MemberId, Stroke>()

  constructor(surface: Surface) {
    this.#surface = surface
  }

  hear(): void {
    const heard = new Set<MemberId>()
    for (const person of this.#surface.session.onCanvas.get()) {
      if (person.cursor && person.laser)
        this.#surface.trails.add(person.id, { x: person.cursor[0], y: person.cursor[1] })
      if (!person.ink) continue
      heard.add(person.id)
      this.#grow(person, person.ink)
    }
    for (const [who, stroke] of this.#strokes) if (!heard.has(who)) stroke.endedAt ??= performance.now()
  }

  #grow({ id, side }: OnCanvas, { stroke: name, colour, from, points }: NonNullable<OnCanvas['ink']>): void {
    const before = this.#strokes.get(id)
    const stroke = before?.name === name ? before : { name, way: [], colour, side, endedAt: null }
    stroke.endedAt = null
    // A stretch that was missed leaves a straight line, until the stroke itself comes.
    if (from < MOST)
      stroke.way.splice(
        from,
        Number.POSITIVE_INFINITY,
        ...points.map(([x, y, p]): [number, number, number] => [x, y, p]),
      )
    this.#strokes.set(id, stroke)
  }

  now(): readonly { readonly way: Way; readonly colour: string; readonly side: string | null }[] {
    const now = performance.now()
    for (const [who, { endedAt }] of this.#strokes)
      if (endedAt !== null && now - endedAt > LINGER_MS) this.#strokes.delete(who)
    return [...this.#strokes.values()].map(({ way, colour, side }) => ({
      way: way.map(([x, y, pressure]) => ({ x, y, pressure: pressure / 100 })),
      colour,
      side,
    }))
  }
}
