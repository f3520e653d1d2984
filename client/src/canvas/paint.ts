import { type CardView, type Process, pictureHeight, type Side } from '@jointly/board'
import { MARKS } from '../ui/SideMark.tsx'
import { type Box, grown, overlap } from './box.ts'
import { type Detail, detailAt, inSight } from './camera.ts'
import { isGroup } from './groups.ts'
import type { Palette } from './palette.ts'
import type { Surface } from './surface.ts'
import { isFrame } from './thing.ts'
import { zonesOf } from './zones.ts'

/**
 * What lies under the elements: dots, zones, and every card that is no element now. Far out that is all of them, so that
 * two thousand cards cost one picture; close up it is what a quick pan uncovers before its elements are there.
 */
export type Scene = {
  readonly surface: Surface
  readonly palette: Palette
  readonly zoneName: (zone: ReturnType<typeof zonesOf>[number]) => string
}

type Brush = CanvasRenderingContext2D

export const paint = (brush: Brush, scene: Scene): void => {
  const { surface, palette } = scene
  const { w, h } = surface.screen.get()
  const camera = surface.camera.get()
  const ratio = devicePixelRatio
  brush.setTransform(ratio, 0, 0, ratio, 0, 0)
  brush.clearRect(0, 0, w, h)
  brush.setTransform(camera.zoom * ratio, 0, 0, camera.zoom * ratio, camera.x * ratio, camera.y * ratio)
  const sight = inSight(camera, { w, h })
  paintDots(brush, scene, sight)
  for (const zone of zonesOf(surface)) if (overlap(zone.box, sight)) paintZone(brush, scene, zone)
  const mounted = new Set(surface.mounted.get())
  const detail = detailAt(camera.zoom)
  const process = surface.session.process.get()
  const { cards } = surface.session.view.get()
  // Grounds are painted even where they are elements too: what lies on them may be painted, and must not lie below them.
  for (const frame of surface.session.view.get().marks.filter(isFrame))
    paintGround(brush, scene, { box: surface.boxOf(frame), radius: 16, colour: palette.card, alpha: 0.45 })
  for (const card of cards) {
    if (card.gone || !isGroup(card)) continue
    const box = surface.boxOf(card)
    if (!overlap(box, sight)) continue
    paintGround(brush, scene, { box, radius: 20, colour: palette.sunken, alpha: 0.85 })
    if (!mounted.has(card.id)) paintHeading(brush, scene, { card, box, detail, process })
  }
  for (const card of cards) {
    if (card.gone || mounted.has(card.id) || isGroup(card)) continue
    const box = surface.boxOf(card)
    if (overlap(box, sight)) paintCard(brush, scene, { card, box, detail, process })
  }
}

const DOTS = { pitch: 24, from: 0.4 }

/** A quiet grid, so that one sees the ground move; far out it would be noise. */
const paintDots = (brush: Brush, { surface, palette }: Scene, sight: Box) => {
  const { zoom } = surface.camera.get()
  if (zoom < DOTS.from) return
  const size = 1.5 / zoom
  brush.fillStyle = palette.line
  const start = (at: number) => Math.floor(at / DOTS.pitch) * DOTS.pitch
  brush.beginPath()
  for (let x = start(sight.x); x < sight.x + sight.w; x += DOTS.pitch)
    for (let y = start(sight.y); y < sight.y + sight.h; y += DOTS.pitch) brush.rect(x, y, size, size)
  brush.fill()
}

const LABEL = { size: 13, least: 9 }

const paintZone = (brush: Brush, { surface, palette, zoneName }: Scene, zone: ReturnType<typeof zonesOf>[number]) => {
  const { x, y, w, h } = zone.box
  const { zoom } = surface.camera.get()
  brush.beginPath()
  brush.roundRect(x, y, w, h, 16)
  brush.globalAlpha = 0.55
  brush.fillStyle = palette.surface
  brush.fill()
  brush.globalAlpha = 1
  brush.lineWidth = 1 / zoom
  brush.strokeStyle = palette.line
  brush.stroke()
  // A label stays readable far out, where it takes the room of the cards that can no longer be read.
  const size = Math.max(LABEL.size, LABEL.least / zoom)
  brush.font = `600 ${size}px "Inter Variable", system-ui, sans-serif`
  brush.fillStyle = palette['ink-soft']
  brush.textBaseline = 'middle'
  brush.fillText(zoneName(zone), x + 20, y + Math.min(24, 12 + size))
}

type Painted = { card: CardView; box: Box; detail: Detail; process: Process }

const paintCard = (brush: Brush, { surface, palette }: Scene, { card, box, detail, process }: Painted) => {
  const side = process.sides.find(({ id }) => id === card.side) ?? null
  const { zoom } = surface.camera.get()
  const isSelected = surface.selected.get().has(card.id)
  const colour = palette.side[side?.shape ?? 'neutral']
  brush.beginPath()
  if (detail === 'block') brush.rect(box.x, box.y, box.w, box.h)
  else brush.roundRect(box.x, box.y, box.w, box.h, 10)
  brush.fillStyle = detail === 'block' ? palette.tint[side?.shape ?? 'neutral'] : palette.card
  brush.fill()
  brush.lineWidth = Math.max(1, 0.75 / zoom)
  brush.strokeStyle = palette.line
  brush.stroke()
  brush.fillStyle = colour
  brush.fillRect(box.x, box.y, detail === 'block' ? 12 : 6, box.h)
  if (detail === 'block') paintMark(brush, { side, colour, box, palette })
  else paintLine(brush, { card, box: belowPicture(brush, { card, box, palette }), palette, detail })
  if (isSelected) {
    const around = grown(box, 3 / zoom)
    brush.lineWidth = 2 / zoom
    brush.strokeStyle = palette.focus
    brush.strokeRect(around.x, around.y, around.w, around.h)
  }
}

type Ground = { readonly box: Box; readonly radius: number; readonly colour: string; readonly alpha: number }

const paintGround = (brush: Brush, { surface, palette }: Scene, { box, radius, colour, alpha }: Ground) => {
  brush.beginPath()
  brush.roundRect(box.x, box.y, box.w, box.h, radius)
  brush.globalAlpha = alpha
  brush.fillStyle = colour
  brush.fill()
  brush.globalAlpha = 1
  brush.lineWidth = 1 / surface.camera.get().zoom
  brush.strokeStyle = palette['line-strong']
  brush.stroke()
}

const paintHeading = (brush: Brush, { surface, palette }: Scene, { card, box, detail }: Painted) => {
  if (surface.selected.get().has(card.id)) {
    brush.lineWidth = 2 / surface.camera.get().zoom
    brush.strokeStyle = palette.focus
    brush.stroke()
  }
  if (detail !== 'block') paintLine(brush, { card, box: { ...box, h: 60 }, palette, detail })
}

/** A picture is a block until its card is an element; the words have the room below it. */
const belowPicture = (brush: Brush, { card, box, palette }: { card: CardView; box: Box; palette: Palette }): Box => {
  if (card.image === undefined) return box
  const tall = Math.min(pictureHeight(card.image, box.w), box.h - 20)
  brush.fillStyle = palette.sunken
  brush.fillRect(box.x + 16, box.y + 12, box.w - 30, tall - 8)
  return { ...box, y: box.y + tall, h: box.h - tall }
}

const LINE_SIZE = { line: 27, card: 17 } as const
/** A letter of the serif is about this much of its size wide. */
const LETTER = 0.46

const paintLine = (brush: Brush, of: { card: CardView; box: Box; palette: Palette; detail: 'line' | 'card' }) => {
  const { card, box, palette } = of
  const size = LINE_SIZE[of.detail]
  brush.font = `400 ${size}px "Source Serif 4 Variable", Georgia, serif`
  brush.fillStyle = palette.ink
  brush.textBaseline = 'top'
  const perLine = Math.floor((box.w - 32) / (size * LETTER))
  const lines = Math.max(1, Math.floor((box.h - 30) / (size * 1.3)))
  wrapped(card.text, perLine, Math.min(lines, of.detail === 'line' ? 2 : lines)).forEach((line, i) => {
    brush.fillText(line, box.x + 18, box.y + 14 + i * size * 1.3)
  })
}

/** Words in lines of at most so many letters; what has no room ends in an ellipsis. */
export const wrapped = (text: string, perLine: number, most: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > perLine) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
    if (lines.length === most) {
      lines[most - 1] = `${lines[most - 1]?.slice(0, perLine - 1)}…`
      return lines
    }
  }
  lines.push(line.length > perLine ? `${line.slice(0, perLine - 1)}…` : line)
  return lines
}

const paintMark = (brush: Brush, of: { side: Side | null; colour: string; box: Box; palette: Palette }) => {
  const { side, colour, box, palette } = of
  const { path, drop, letter } = MARKS[side?.shape ?? 'diamond']
  const scale = Math.min(3.2, (box.h - 8) / 24)
  brush.save()
  brush.translate(box.x + box.w / 2 - 12 * scale, box.y + box.h / 2 - 12 * scale)
  brush.scale(scale, scale)
  brush.fillStyle = colour
  brush.fill(outline(path))
  brush.fillStyle = palette['on-side']
  brush.font = `700 ${24 * letter}px "Inter Variable", system-ui, sans-serif`
  brush.textAlign = 'center'
  brush.textBaseline = 'middle'
  brush.fillText(side?.letter ?? '•', 12, 12.5 + 24 * drop)
  brush.restore()
}

const outlines = new Map<string, Path2D>()
const outline = (path: string): Path2D => {
  const made = outlines.get(path) ?? new Path2D(path)
  outlines.set(path, made)
  return made
}
