import {
  CARD_WIDTH,
  type CardId,
  type CardKind,
  type CardView,
  type LinkId,
  type MemberId,
  type Position,
} from '@jointly/board'
import type { BoardSession } from '../session/board-session.ts'
import { everyFrame } from '../session/frame.ts'
import { createStore } from '../session/store.ts'
import { type Box, contains, hull } from './box.ts'
import { type Camera, type Extent, sameCamera } from './camera.ts'
import type { Pasted } from './clipboard.ts'
import { Sizes } from './sizes.ts'
import type { Guide } from './snap.ts'
import type { ToolId } from './tools.ts'

/** Cards on their way, and how far: where they stand is changed once, by the drop. */
export type Drag = { readonly cards: ReadonlySet<CardId>; readonly by: Position }
/** A connector being pulled from a card to a point, and the card it would reach. */
export type Pull = { readonly from: CardId; readonly to: Position; readonly over: CardId | null }
/** Where a card is being composed; `from`: the card that it will be connected with. */
export type Composing = { readonly at: Position; readonly kind: CardKind; readonly from?: CardId }

/** What was pasted and has to be asked about, and where; `ask`: it has yet to be pasted. */
export type Pasting = (Extract<Pasted, { is: 'lines' | 'rows' }> | { readonly is: 'ask' }) & {
  readonly at: Position | null
}

/** Two presses instead of a drag: first what, then where to; with keys the arrows, and Enter. */
export type Aim = { readonly is: 'move' | 'connect'; readonly cards: readonly CardId[] }

/** What moves the picture; the canvas sets it when it is there. */
export type Mover = (camera: Camera, how?: { readonly smooth: boolean }) => void

const HINT_MS = 5_000
const NOTHING: ReadonlySet<CardId> = new Set()

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
  readonly selected = createStore<ReadonlySet<CardId>>(NOTHING)
  readonly link = createStore<LinkId | null>(null)
  /** The card that the keyboard is at. */
  readonly focused = createStore<CardId | null>(null)
  readonly hovered = createStore<CardId | null>(null)
  /** Where a mouse or a pen is over the whiteboard, on the screen. */
  readonly pointer = createStore<Position | null>(null)
  readonly drag = createStore<Drag | null>(null)
  readonly resize = createStore<{ readonly id: CardId; readonly box: Box } | null>(null)
  readonly guides = createStore<readonly Guide[]>([])
  readonly marquee = createStore<Box | null>(null)
  readonly pull = createStore<Pull | null>(null)
  /** Whom one follows. */
  readonly following = createStore<MemberId | null>(null)
  /** How often this person, a facilitator, has brought everyone here. */
  readonly summon = createStore(0)
  /** Why something just tried cannot be done; said for a while. */
  readonly hint = createStore<string | null>(null)
  readonly aim = createStore<Aim | null>(null)
  readonly composing = createStore<Composing | null>(null)
  readonly pasting = createStore<Pasting | null>(null)
  /** What others drag now, as it is drawn here: smoothed between two words of theirs. */
  readonly othersDrag = createStore<ReadonlyMap<CardId, Position>>(new Map())
  /** Which cards are drawn as elements now; all others are painted. */
  readonly mounted = createStore<readonly CardId[]>([])
  move: Mover = camera => this.camera.set(camera)
  readonly #measuring = new Map<Element, (size: Extent) => void>()
  readonly #observer = new ResizeObserver(entries => {
    for (const { target, borderBoxSize } of entries) {
      const [size] = borderBoxSize
      if (size !== undefined)
        this.#measuring.get(target)?.({ w: Math.round(size.inlineSize), h: Math.round(size.blockSize) })
    }
  })
  readonly #painters = new Set<() => void>()
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
      this.othersDrag,
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

  card(id: CardId): CardView | undefined {
    const card = this.session.view.get().card(id)
    return card?.gone ? undefined : card
  }

  /** The one card that Tab comes to from outside: where the keyboard was last, else the first in reading order. */
  tabStop(): CardId | null {
    const focused = this.focused.get()
    if (focused !== null && this.card(focused) !== undefined) return focused
    return this.session.view.get().cards.find(card => !card.gone)?.id ?? null
  }

  /** Where a card is drawn now, on its way included. */
  boxOf(card: CardView): Box {
    const resize = this.resize.get()
    if (resize?.id === card.id) return resize.box
    const { x, y } = card.pos
    const { w, h } = this.sizes.of(card)
    const drag = this.drag.get()
    const by = drag?.cards.has(card.id) ? drag.by : this.othersDrag.get().get(card.id)
    return by === undefined ? { x, y, w, h } : { x: x + by.x, y: y + by.y, w, h }
  }

  /** The uppermost card at a point: what is selected lies on top, then what stands later in order. */
  cardAt(point: Position, except: CardId | null = null): CardView | null {
    const { cards } = this.session.view.get()
    let found: CardView | null = null
    for (let i = cards.length - 1; i >= 0; i--) {
      const card = cards[i]
      if (card === undefined || card.gone || card.id === except || !contains(this.boxOf(card), point)) continue
      if (this.selected.get().has(card.id)) return card
      found ??= card
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

  select(ids: Iterable<CardId>): void {
    const next = new Set(ids)
    const before = this.selected.get()
    this.link.set(null)
    if (next.size !== before.size || [...next].some(id => !before.has(id))) this.selected.set(next)
  }

  selectLink(id: LinkId): void {
    this.selected.set(NOTHING)
    this.link.set(id)
  }

  /** The cards that a command is about: the selected ones, else the one that the keyboard is at. In reading order. */
  subjects(): readonly CardView[] {
    const selected = this.selected.get()
    const focused = this.focused.get()
    if (selected.size === 0) return focused === null ? [] : [this.card(focused) ?? []].flat()
    return this.session.view.get().cards.filter(card => selected.has(card.id) && !card.gone)
  }

  hullOf(cards: Iterable<CardView>): Box | null {
    return hull(Array.from(cards, card => this.boxOf(card)))
  }
}
