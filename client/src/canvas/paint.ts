import { type CardView, type Process, pictureHeight, type Side } from '@jointly/board'
import { MARKS } from '../ui/SideMark.tsx'
import { type Box, grown, sameBox } from './box.ts'
import { type Detail, detailAt, inSight } from './camera.ts'
import { isGroup } from './groups.ts'
import type { Palette } from './palette.ts'
import { beginPicture } from './picture.ts'
import { standingIn } from './standing.ts'
import type { Surface } from './surface.ts'

/**
 * Every card that is no element now. Far out that is all of them, so that two thousand cards cost one picture; close up it
 * is what a quick pan uncovers before its elements are there.
 */
export type Scene = { readonly surface: Surface; readonly palette: Palette; readonly cards: readonly PaintedCard[] }
export type PaintedCard = { readonly card: CardView; readonly box: Box }

type Brush = CanvasRenderingContext2D

/** The cards in sight that are no elements, and where they are drawn. */
export const cardsToPaint = (surface: Surface): readonly PaintedCard[] => {
  const mounted = new Set(surface.mounted.get())
  return standingIn(surface, inSight(surface.camera.get(), surface.screen.get())).flatMap(({ id, box }) => {
    const card = mounted.has(id) ? undefined : surface.card(id)
    return card === undefined ? [] : [{ card, box }]
  })
}

export const samePainted = (a: readonly PaintedCard[], b: readonly PaintedCard[]): boolean =>
  a.length === b.length && a.every(({ card, box }, i) => card === b[i]?.card && sameBox(box, b[i].box))

export const paint = (brush: Brush, { surface, palette, cards }: Scene): void => {
  beginPicture(brush, surface)
  const detail = detailAt(surface.camera.get().zoom)
  const process = surface.session.process.get()
  for (const { card, box } of cards) {
    const painted = { card, box, detail, process }
    if (isGroup(card)) paintHeading(brush, { surface, palette }, painted)
    else paintCard(brush, { surface, palette }, painted)
  }
}

type Painted = PaintedCard & { detail: Detail; process: Process }
type Look = Pick<Scene, 'surface' | 'palette'>

const ASIDE = 0.28

const paintCard = (brush: Brush, { surface, palette }: Look, { card, box, detail, process }: Painted) => {
  const side = process.sides.find(({ id }) => id === card.side) ?? null
  const { zoom } = surface.camera.get()
  const isSelected = surface.selected.get().has(card.id)
  const colour = palette.side[side?.shape ?? 'neutral']
  // What a search did not find steps back.
  if (surface.found.get()?.has(card.id) === false) brush.globalAlpha = ASIDE
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
  if (detail === 'block') paintMark(brush, { side, colour, palette, ...markInBlock(box) })
  else {
    const words = belowPicture(brush, { card, box, palette })
    if (detail === 'line') paintMark(brush, { side, colour, palette, ...markBeside(words) })
    const aside = detail === 'line' ? MARK_ROOM : 0
    paintLine(brush, { card, box: { ...words, x: words.x + aside, w: words.w - aside }, palette, detail })
  }
  if (isSelected) {
    const around = grown(box, 3 / zoom)
    brush.lineWidth = 2 / zoom
    brush.strokeStyle = palette.focus
    brush.strokeRect(around.x, around.y, around.w, around.h)
  }
  brush.globalAlpha = 1
}

/** A group's heading; its ground is an element. */
const paintHeading = (brush: Brush, { surface, palette }: Look, { card, box, detail }: Painted) => {
  if (surface.selected.get().has(card.id)) {
    brush.beginPath()
    brush.roundRect(box.x, box.y, box.w, box.h, 20)
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
const LETTER = 0.5

const paintLine = (brush: Brush, of: { card: CardView; box: Box; palette: Palette; detail: 'line' | 'card' }) => {
  const { card, box, palette } = of
  const size = LINE_SIZE[of.detail]
  brush.font = `400 ${size}px "Source Serif 4 Variable", Georgia, serif`
  brush.fillStyle = palette.ink
  brush.textBaseline = 'top'
  const perLine = Math.floor((box.w - 32) / (size * LETTER))
  // Far out the foot is left out, and what room it has is the words'.
  const lines = Math.max(1, Math.floor((box.h - (of.detail === 'line' ? 16 : 30)) / (size * 1.3)))
  wrapped(card.text, perLine, Math.min(lines, of.detail === 'line' ? 2 : lines)).forEach((line, i) => {
    // Wide letters move closer together rather than over the edge.
    brush.fillText(line, box.x + 18, box.y + 14 + i * size * 1.3, box.w - 28)
  })
}

/** Words in lines of at most so many letters; what has no room ends in an ellipsis, and a word that no line holds is broken. */
export const wrapped = (text: string, perLine: number, most: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap(word => (word.length > perLine ? broken(word, perLine) : word))) {
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

const broken = (word: string, perLine: number): string[] =>
  Array.from({ length: Math.ceil(word.length / perLine) }, (_, i) => word.slice(i * perLine, (i + 1) * perLine))

/** Where the middle of a mark is, and how large it is. */
type MarkPlace = { readonly x: number; readonly y: number; readonly size: number }

const LARGEST_MARK = 77
const markInBlock = ({ x, y, w, h }: Box): MarkPlace => ({
  x: x + w / 2,
  y: y + h / 2,
  size: Math.min(LARGEST_MARK, h - 8),
})

/** One line of words has no foot for the mark, and an edge alone would tell the sides apart by colour alone. */
const LINE_MARK = 36
const MARK_ROOM = LINE_MARK + 6
const markBeside = ({ x, y }: Box): MarkPlace => ({ x: x + 16 + LINE_MARK / 2, y: y + 29, size: LINE_MARK })

type PaintedMark = MarkPlace & { side: Side | null; colour: string; palette: Palette }

const paintMark = (brush: Brush, { side, colour, palette, x, y, size }: PaintedMark) => {
  const { path, drop, letter } = MARKS[side?.shape ?? 'diamond']
  const scale = size / 24
  brush.save()
  brush.translate(x - size / 2, y - size / 2)
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
