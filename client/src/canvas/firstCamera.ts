import { type CardView, documentName, presentStep, STAGES } from '@jointly/board'
import { overlap } from './box.ts'
import { type Camera, type Extent, fitting, inSight } from './camera.ts'
import type { Surface } from './surface.ts'
import { zonesOf } from './zones.ts'

/** Below this a first look would show no words. */
const LEAST_ZOOM = 0.55

const keyOf = ({ session }: Surface) => `jointly.camera.${documentName(session.place.document)}.${session.id}`

/**
 * Where one begins: where one was in this tab; else the whole board if it can be read like that; else the zone of the
 * present step, from its first card on.
 */
export const firstCamera = (surface: Surface): Camera => {
  const screen = surface.screen.get()
  const cards = surface.session.view.get().cards.filter(card => !card.gone)
  const before = remembered(surface, cards)
  if (before !== null) return before
  const zones = zonesOf(surface)
  const whole = surface.hullOf(cards)
  const all = whole === null ? null : fitting(whole, screen)
  if (all !== null && all.zoom >= LEAST_ZOOM) return all
  const makes: readonly string[] = STAGES[presentStep(surface.session.process.get()).stage].makes
  const zone = zones.find(({ kind }) => makes.includes(kind)) ?? zones[0]
  return zone === undefined ? { x: 40, y: 80, zoom: 1 } : topOf(zone.box, screen)
}

const topOf = (box: { x: number; y: number; w: number }, { w }: Extent): Camera => {
  // Where a zone is too wide to be read at once, as on a phone, one begins with its first column.
  const whole = (w - 80) / box.w
  const zoom = whole < LEAST_ZOOM ? 1 : Math.min(1, whole)
  const left = Math.max(16, (w - box.w * zoom) / 2)
  return { x: left - box.x * zoom, y: 64 - box.y * zoom, zoom }
}

const remembered = (surface: Surface, cards: readonly CardView[]): Camera | null => {
  const [x, y, zoom] = (sessionStorage.getItem(keyOf(surface)) ?? '').split(' ').map(Number)
  if (x === undefined || y === undefined || zoom === undefined || ![x, y, zoom].every(Number.isFinite)) return null
  const camera = { x, y, zoom }
  const sight = inSight(camera, surface.screen.get())
  return cards.length === 0 || cards.some(card => overlap(surface.boxOf(card), sight)) ? camera : null
}

export const rememberCamera = (surface: Surface): void => {
  const { x, y, zoom } = surface.camera.get()
  sessionStorage.setItem(keyOf(surface), `${x} ${y} ${zoom}`)
}
