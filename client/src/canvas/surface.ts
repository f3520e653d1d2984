import {
  CARD_WIDTH,
  type CardId,
  type CardKind,
  type CardView,
  type InkColour,
  type LinkId,
  type MarkId,
  type MarkView,
  type MemberId,
  type Position,
} from '@jointly/board'
import type { BoardSession } from '../session/board-session.ts'
import { everyFrame } from '../session/frame.ts'
import { createStore } from '../session/store.ts'
import { type Box, contains, hull } from './box.ts'
import { type Camera, type Extent, sameCamera } from './camera.ts'
import type { Pasted } from './clipboard.ts'
import { groundAround, isGroup, membersIn } from './groups.ts'
import { boundsOf, type Way } from './ink.ts'
import { samePlaces } from './samePlaces.ts'
import { Sizes } from './sizes.ts'
import type { Guide } from './snap.ts'
import { isCard, isInk, type Thing, type ThingId } from './thing.ts'
import type { ToolId } from './tools.ts'
import { Trails } from './trails.ts'

/** What is on its way, and how far: where it stands is changed once, by the drop. */
export type Drag = { readonly ids: ReadonlySet<ThingId>; readonly by: Position }
/** A connector being pulled from a card to a point, and the card it would reach. */
export type Pull = { readonly from: CardId; readonly to: Position; readonly over: CardId | null }
/** Where a card is being composed; `from`: the card that it will be connected with. */
export type Composing = { readonly at: Position; readonly kind: CardKind; readonly from?: CardId }

/** What was pasted and has to be asked about, and where; `ask`: it has yet to be pasted. */
export type Pasting = (Extract<Pasted, { is: 'lines' | 'rows' | 'pictures' }> | { readonly is: 'ask' }) & {
  readonly at: Position | null
}

/** Two presses instead of a drag: first what, then where to; with keys the arrows, and Enter. */
export type Aim = { readonly is: 'move' | 'connect'; readonly ids: readonly ThingId[] }

/** A stroke while it is drawn; the way grows in place. `name` tells it from this person's strokes before it. */
export type Drawing = { readonly name: number; readonly colour: InkColour; readonly way: Way }

/** What moves the picture; the canvas sets it when it is there. */
export type Mover = (camera: Camera, how?: { readonly smooth: boolean }) => void

const HINT_MS = 5_000
const NONE: readonly never[] = []
const NOTHING: ReadonlySet<ThingId> = new Set()

/**
 * One person's whiteboard while they look at it: where they look, what they have selected, what is on its way. What
 * others are to see of it goes out through presence; what stays goes through the session's edits.
 */
export class Surface {
  readonly session: BoardSession
  readonly sizes = new Sizes()
  readonly camera = createStore<Camera>({ x: 0, y: 0, zoom: 1 }, sameCamera)
  readonly screen = createStore<Extent>({ w: 0, h: 0 }, (a, b) => a.w === b.w && a.h === b.h)
  readonly tool = createStore<ToolId>('select')
  /** The tool stays in hand after one object. */
  readonly keepsTool = createStore(false)
  readonly selected = createStore<ReadonlySet<ThingId>>(NOTHING)
  readonly link = createStore<LinkId | null>(null)
  /** What the keyboard is at: a card or a frame. */
  readonly focused = createStore<ThingId | null>(null)
  readonly hovered = createStore<CardId | null>(null)
  /** Where a mouse, a pen or a finger with the laser is over the whiteboard, on the screen. */
  readonly pointer = createStore<Position | null>(null)
  readonly drag = createStore<Drag | null>(null)
  readonly resize = createStore<{ readonly id: ThingId; readonly box: Box } | null>(null)
  readonly guides = createStore<readonly Guide[]>([])
  readonly marquee = createStore<Box | null>(null)
  readonly pull = createStore<Pull | null>(null)
  readonly colour = createStore<InkColour>('side')
  readonly drawing = createStore<Drawing | null>(null)
  /** Strokes that the eraser has touched and that go when it is lifted. */
  readonly erasing = createStore<ReadonlySet<MarkId>>(new Set())
  readonly trails = new Trails()
  /** The laser is lit. */
  readonly isPointing = createStore(false)
  /** The frame whose title is being written. */
  readonly titling = createStore<MarkId | null>(null)
  /** Whom one follows. */
  readonly following = createStore<MemberId | null>(null)
  /** How often this person, a facilitator, has brought everyone here. */
  readonly summon = createStore(0)
  /** Why something just tried cannot be done; said for a while. */
  readonly hint = createStore<string | null>(null)
  readonly aim = createStore<Aim | null>(null)
  readonly composing = createStore<Composing | null>(null)
  readonly pasting = createStore<Pasting | null>(null)
  /** What is searched for; each asking is a new one, and goes to the field. */
  readonly search = createStore<{ readonly words: string } | null>(null)
  /** What was found: everything else steps back. */
  readonly found = createStore<ReadonlySet<ThingId> | null>(null)
  /** What others drag now, as it is drawn here: smoothed between two words of theirs. */
  readonly othersDrag = createStore<ReadonlyMap<ThingId, Position>>(new Map())
  /** Which cards are drawn as elements now; all others are painted. */
  readonly mounted = createStore<readonly CardId[]>([])
  /** The elements of the cards that are mounted. */
  readonly elements = new Map<CardId, HTMLElement>()
  move: Mover = camera => this.camera.set(camera)
  /** Says that of what was to be moved so many must stay, or all; the canvas sets it when it is there. */
  tellStaying: (staying: number | 'all') => void = () => {}
  readonly #measuring = new Map<Element, (size: Extent) => void>()
  readonly #observer = new ResizeObserver(entries => {
    for (const { target, borderBoxSize } of entries) {
      const [size] = borderBoxSize
      if (size !== undefined)
        this.#measuring.get(target)?.({ w: Math.round(size.inlineSize), h: Math.round(size.blockSize) })
    }
  })
  readonly #painters = new Set<() => void>()
  #placed: readonly CardView[] = []
  readonly #stops: (() => void)[]

  /** Draws everything that is painted, once a frame: also what was asked for by five different changes. */
  readonly repaint = everyFrame(() => {
    for (const paint of this.#painters) paint()
  })

  constructor(session: BoardSession) {
    this.session = session
    const watched = [this.camera, this.screen, this.selected, this.link, this.focused, this.hovered, this.drag]
    const others = [
      this.resize,
      this.pull,
      this.guides,
      this.marquee,
      this.aim,
      this.drawing,
      this.erasing,
      this.isPointing,
      this.othersDrag,
      this.found,
      session.view,
      session.process,
      session.wording,
    ]
    this.#stops = [...watched, ...others].map(store => store.subscribe(this.repaint))
  }

  close(): void {
    for (const stop of this.#stops) stop()
    this.#painters.clear()
    clearTimeout(this.#hintTimer)
    this.#observer.disconnect()
  }

  /** Adds a part of the picture; parts are painted in the order in which they came. */
  onPaint(paint: () => void): () => void {
    this.#painters.add(paint)
    this.repaint()
    return () => void this.#painters.delete(paint)
  }

  card(id: ThingId): CardView | undefined {
    const card = this.session.view.get().card(id as CardId) // a mark's id is none of a card
    return card?.gone ? undefined : card
  }

  mark(id: ThingId): MarkView | undefined {
    return this.session.view.get().mark(id as MarkId) // a card's id is none of a mark
  }

  thing(id: ThingId): Thing | undefined {
    return this.card(id) ?? this.mark(id)
  }

  /** All cards as they stand: the same array until one is put elsewhere, whatever is written on them meanwhile. */
  placed(): readonly CardView[] {
    const { cards } = this.session.view.get()
    if (!samePlaces(this.#placed, cards)) this.#placed = cards
    return this.#placed
  }

  /** The one thing that Tab comes to from outside: where the keyboard was last, else the first card in reading order. */
  tabStop(): ThingId | null {
    const focused = this.focused.get()
    if (focused !== null && this.thing(focused) !== undefined) return focused
    return this.session.view.get().cards.find(card => !card.gone)?.id ?? null
  }

  /** Where something is drawn now, on its way included. A group lies around what lies in it. */
  boxOf(thing: Thing): Box {
    const resize = this.resize.get()
    if (resize?.id === thing.id) return resize.box
    if (isGathered(thing)) {
      const around = this.hullOf(this.membersOf(thing))
      if (around !== null) return groundAround(thing, around)
    }
    const box = this.restOf(thing)
    const drag = this.drag.get()
    const by = drag?.ids.has(thing.id) ? drag.by : this.othersDrag.get().get(thing.id)
    return by === undefined ? box : { ...box, x: box.x + by.x, y: box.y + by.y }
  }

  /** Where something stands, whatever is on its way. */
  restOf(thing: Thing): Box {
    if (isInk(thing)) return boundsOf(thing)
    if (isGathered(thing)) {
      const around = hull(this.membersOf(thing).map(card => this.restOf(card)))
      if (around !== null) return groundAround(thing, around)
    }
    const { w, h } = isCard(thing) ? this.sizes.of(thing) : thing.size
    return { x: thing.pos.x, y: thing.pos.y, w, h }
  }

  membersOf(group: CardView): readonly CardView[] {
    return membersIn(this.session.view.get().cards).get(group.id) ?? NONE
  }

  /** The cards that are drawn elsewhere than where they stand, and the groups around them. */
  onTheirWay(): readonly CardId[] {
    const resized = this.resize.get()
    const ids = [
      ...(this.drag.get()?.ids ?? []),
      ...this.othersDrag.get().keys(),
      ...(resized === null ? [] : [resized.id]),
    ]
    return ids.flatMap(id => {
      const card = this.card(id)
      return card === undefined ? [] : [card.id, ...(card.in === undefined ? [] : [card.in])]
    })
  }

  /** The uppermost card at a point: what is selected lies on top, then what stands later in order; a group below all. */
  cardAt(point: Position, except: CardId | null = null): CardView | null {
    const { cards } = this.session.view.get()
    let found: CardView | null = null
    for (let i = cards.length - 1; i >= 0; i--) {
      const card = cards[i]
      if (card === undefined || card.gone || card.id === except || !contains(this.boxOf(card), point)) continue
      if (this.selected.get().has(card.id) && !isGroup(card)) return card
      if (found === null || isGroup(found)) found = card
    }
    return found
  }

  widthOf(card: CardView): number {
    return card.size?.w ?? CARD_WIDTH
  }

  /** Watches the size of an element; one observer for all of them. */
  measure(element: HTMLElement, told: (size: Extent) => void): () => void {
    this.#measuring.set(element, told)
    this.#observer.observe(element)
    return () => {
      this.#measuring.delete(element)
      this.#observer.unobserve(element)
    }
  }

  #hintTimer: ReturnType<typeof setTimeout> | undefined

  sayWhyNot(words: string): void {
    clearTimeout(this.#hintTimer)
    this.hint.set(words)
    this.#hintTimer = setTimeout(() => this.hint.set(null), HINT_MS)
  }

  select(ids: Iterable<ThingId>): void {
    const next = new Set(ids)
    const before = this.selected.get()
    this.link.set(null)
    if (next.size !== before.size || [...next].some(id => !before.has(id))) this.selected.set(next)
  }

  selectLink(id: LinkId): void {
    this.selected.set(NOTHING)
    this.link.set(id)
  }

  /** What a command is about: what is selected, else what the keyboard is at. Cards in reading order, then marks. */
  things(): readonly Thing[] {
    const selected = this.selected.get()
    const focused = this.focused.get()
    if (selected.size === 0) return focused === null ? NONE : [this.thing(focused) ?? NONE].flat()
    const { cards, marks } = this.session.view.get()
    return [...cards.filter(card => selected.has(card.id) && !card.gone), ...marks.filter(({ id }) => selected.has(id))]
  }

  /** The cards among them. */
  subjects(): readonly CardView[] {
    return this.things().filter(isCard)
  }

  hullOf(things: Iterable<Thing>): Box | null {
    return hull(Array.from(things, thing => this.boxOf(thing)))
  }
}

const isGathered = (thing: Thing): thing is CardView => isCard(thing) && isGroup(thing)
