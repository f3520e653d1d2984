import { type CardId, type LinkView, linkStanding } from '@jointly/board'
import { type Box, middle, sameBox } from './box.ts'
import { kept } from './kept.ts'
import styles from './LinkLayer.module.css'
import { curveBetween, dotsOf, pathOf } from './linkPath.ts'
import type { Surface } from './surface.ts'

/** The kinds of line that links are drawn with, from below to above. */
const LINES = ['suggested', 'confirmed', 'dots', 'chosen'] as const
type Line = (typeof LINES)[number]

/**
 * Links that rest are drawn together, a few paths for each square of the board this wide: a thousand elements would be slow,
 * and one path for all would be drawn again, all over the screen, whenever one card moves.
 */
const SQUARE = 800

/** Draws all links into a layer: what rests by squares, and each link that is on its way by itself. */
export const drawLinks = (surface: Surface, layer: SVGElement): (() => void) => {
  const resting = pathsIn(layer)
  const moving = pathsIn(layer)
  const shapes: Shapes = new WeakMap()
  let restedFor: readonly unknown[] = []
  let movedFor: readonly unknown[] = []
  return () => {
    const { session, drag, othersDrag, resize, link, sizes } = surface
    const settled = [session.view.get().links, surface.placed(), session.process.get(), link.get(), sizes.version]
    const onWay = [...linksOnTheirWay(surface)]
    const rests = [...settled, onWay.join()]
    if (rests.some((value, i) => value !== restedFor[i])) {
      restedFor = rests
      const away = new Set(onWay)
      const here = session.view.get().links.filter(({ id }) => !away.has(id))
      resting.draw(wantedPaths(surface, shapes, here, link => squareOf(surface, link)))
    }
    const moves = [...rests, drag.get(), othersDrag.get(), resize.get()]
    if (moves.some((value, i) => value !== movedFor[i])) {
      movedFor = moves
      const away = onWay.flatMap(id => session.view.get().link(id) ?? [])
      moving.draw(wantedPaths(surface, shapes, away, ({ id }) => id))
    }
  }
}

/** The links of each card. */
const linksByCard = kept(
  (surface: Surface) => {
    const byCard = new Map<CardId, LinkView[]>()
    const add = (card: CardId, link: LinkView) => {
      const others = byCard.get(card)
      if (others === undefined) byCard.set(card, [link])
      else others.push(link)
    }
    for (const link of surface.session.view.get().links) {
      add(link.from, link)
      add(link.to, link)
    }
    return byCard
  },
  surface => [surface.session.view.get().links],
)

const linksOnTheirWay = (surface: Surface): ReadonlySet<LinkView['id']> => {
  const byCard = linksByCard(surface)
  return new Set(surface.onTheirWay().flatMap(id => (byCard.get(id) ?? []).map(link => link.id)))
}

type Shape = { readonly from: Box; readonly to: Box; readonly d: string; readonly dots: string }
type Shapes = WeakMap<LinkView, Shape>
type Part = keyof Pick<Shape, 'd' | 'dots'>
/** What one path is made of; two of the same shapes are the same path, and no string need be built to see it. */
type Wanted = { readonly line: Line; readonly part: Part; readonly shapes: Shape[] }

const wantedPaths = (
  surface: Surface,
  shapes: Shapes,
  links: readonly LinkView[],
  whereOf: (link: LinkView) => string,
): ReadonlyMap<string, Wanted> => {
  const process = surface.session.process.get()
  const chosen = surface.link.get()
  const wanted = new Map<string, Wanted>()
  const add = (line: Line, where: string, shape: Shape) => {
    const key = `${line} ${where}`
    const path = wanted.get(key) ?? { line, part: line === 'dots' ? 'dots' : 'd', shapes: [] }
    path.shapes.push(shape)
    wanted.set(key, path)
  }
  for (const link of links) {
    const [from, to] = [surface.card(link.from), surface.card(link.to)]
    if (from === undefined || to === undefined) continue
    const shape = shapeOf(shapes, link, surface.boxOf(from), surface.boxOf(to))
    const where = whereOf(link)
    const isSettled = link.kind === 'relates' || linkStanding(link, { from, to }, process).is === 'confirmed'
    add(isSettled ? 'confirmed' : 'suggested', where, shape)
    add('dots', where, shape)
    if (link.id === chosen) add('chosen', where, shape)
  }
  return wanted
}

/** Worked out again only when one of its ends is another box. */
const shapeOf = (shapes: Shapes, link: LinkView, from: Box, to: Box): Shape => {
  const before = shapes.get(link)
  if (before !== undefined && sameBox(before.from, from) && sameBox(before.to, to)) return before
  const curve = curveBetween(from, to)
  const shape = { from, to, d: pathOf(curve), dots: dotsOf(curve) }
  shapes.set(link, shape)
  return shape
}

const squareOf = (surface: Surface, { from }: LinkView): string => {
  const card = surface.card(from)
  const { x, y } = card === undefined ? { x: 0, y: 0 } : middle(surface.boxOf(card))
  return `${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`
}

/** The path elements of a layer, each changed only when it is made of other shapes. */
const pathsIn = (layer: SVGElement) => {
  const make = <Name extends 'g' | 'path'>(name: Name) => document.createElementNS('http://www.w3.org/2000/svg', name)
  const layers = new Map(LINES.map(line => [line, layer.appendChild(make('g'))]))
  const drawn = new Map<string, { readonly path: SVGPathElement; of: readonly Shape[] }>()
  const open = (key: string, line: Line) => {
    const entry = { path: make('path'), of: [] as readonly Shape[] }
    entry.path.setAttribute('class', styles[line] ?? '')
    layers.get(line)?.append(entry.path)
    drawn.set(key, entry)
    return entry
  }
  return {
    draw: (wanted: ReadonlyMap<string, Wanted>) => {
      for (const [key, { line, part, shapes }] of wanted) {
        const entry = drawn.get(key) ?? open(key, line)
        if (shapes.length === entry.of.length && shapes.every((shape, i) => shape === entry.of[i])) continue
        entry.of = shapes
        entry.path.setAttribute('d', shapes.map(shape => shape[part]).join(''))
      }
      for (const [key, { path }] of drawn) {
        if (wanted.has(key)) continue
        path.remove()
        drawn.delete(key)
      }
    },
  }
}
