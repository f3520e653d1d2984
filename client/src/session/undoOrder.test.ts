import { env } from 'node:process'
import {
  BoardId,
  bodyOf,
  type CardId,
  type CardView,
  cardsOf,
  clip,
  crossedOrigin,
  ImageId,
  INK_COLOURS,
  linksOf,
  type Member,
  marksOf,
  newItems,
  watchBoard,
} from '@jointly/board'
import { emptyBoard, people } from '@jointly/board/testing'
import * as prng from 'lib0/prng'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Edits, editsWith } from './edits.ts'
import { boardUndo, undoFacade } from './undo.ts'

/**
 * Several people at one board, each with the edits that the screens name, an editor in a card and the one undo. Random, by
 * seeds: `FUZZ_SEEDS` plays so many, `FUZZ_SEED` that one alone.
 */
const SEEDS = env.FUZZ_SEED === undefined ? range(Number(env.FUZZ_SEEDS ?? 24)) : [Number(env.FUZZ_SEED)]
const STEPS = 60

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i + 1)
}

const EDITOR = Symbol('what an editor writes with')
const NETWORK = 'network'

/** One person's page: a copy of the board, the edits, an editor that shares the undo. */
class Page {
  readonly who: Member
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly edits: Edits
  readonly random: prng.PRNG
  readonly letter: string
  readonly crossed: unknown[] = []
  /** The places of this person's letters, one for each. A copy's letters are the copy's own. */
  readonly typed: string[] = []
  /** The places that this person has written to since the ledger was last kept. */
  readonly written = new Set<string>()
  readonly watch
  unheard: Uint8Array[] = []

  constructor(who: Member, { random, opening, letter }: { random: prng.PRNG; opening: Uint8Array; letter: string }) {
    this.who = who
    this.random = random
    this.letter = letter
    this.doc = new Y.Doc()
    this.doc.clientID = prng.uint32(random, 1, 0xffffffff)
    Y.applyUpdate(this.doc, opening, NETWORK)
    this.watch = watchBoard(this.doc)
    this.undo = boardUndo(this.doc)
    this.undo.addTrackedOrigin(EDITOR)
    this.edits = editsWith(() => {
      this.undo.stopCapturing()
      return { doc: this.doc, author: { by: who.id, side: who.side } }
    })
    this.doc.on('afterTransaction', transaction => {
      const item = crossedOrigin(newItems(transaction))
      if (item !== null) this.crossed.push(item.id)
      if (transaction.local) for (const place of placesIn(transaction)) this.written.add(place)
    })
  }

  step(way: 'undo' | 'redo'): void {
    this.undo[way]()
    this.undo.stopCapturing()
  }

  all(way: 'undo' | 'redo'): void {
    while (way === 'undo' ? this.undo.canUndo() : this.undo.canRedo()) this.step(way)
  }

  /** Letters of one's own at the end of a card's words, as an editor would write them. */
  type(card: CardView): void {
    const facade = undoFacade(this.undo)
    facade.stopCapturing()
    const paragraph = bodyOf(this.doc, card.id)?.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (text instanceof Y.XmlText) {
      this.doc.transact(() => text.insert(prng.int32(this.random, 0, text.length), this.letter), EDITOR)
      this.typed.push(`cards/${card.id}/body`)
    }
    facade.stopCapturing()
    facade.destroy()
  }

  hear(): void {
    for (const update of this.unheard.splice(0)) Y.applyUpdate(this.doc, update, NETWORK)
  }
}

const table = (seed: number): { random: prng.PRNG; pages: Page[] } => {
  const random = prng.create(seed)
  const opening = Y.encodeStateAsUpdate(emptyBoard(prng.uint32(random, 1, 0xffffffff)))
  const { ana, max, fay } = people
  const pages = [ana, max, fay].map((who, i) => new Page(who, { random, opening, letter: 'amf'[i] ?? '' }))
  for (const page of pages)
    page.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NETWORK) for (const other of pages) if (other !== page) other.unheard.push(update)
    })
  return { random, pages }
}

/** One act of each kind that the session names; where there is nothing to do it to, nothing happens. */
const ACTS: Record<keyof Edits, (page: Page) => unknown> = {
  post: page => page.edits.post({ kind: kind(page), text: '1', pos: pos(page), image: image(page) }),
  comment: page => on(page, ({ id }) => page.edits.comment({ about: id, text: 'Why?' })),
  postAll: page =>
    page.edits.postAll([
      { kind: 'note', text: '1' },
      { kind: 'fact', text: '2' },
    ]),
  lay: page => {
    const board = page.watch.view()
    const things = new Set(some(page, [...standing(page), ...marks(page)]).map(({ id }) => id))
    if (things.size > 0) page.edits.lay(clip(board, things, CLIPPED_FROM(page)), pos(page))
  },
  duplicate: page => on(page, ({ id }) => page.edits.duplicate(id)),
  putAway: page => on(page, ({ id }) => page.edits.putAway(id)),
  putAwayAll: page => page.edits.putAwayAll(ids(some(page, standing(page))), ids(some(page, marks(page)))),
  bringBack: page =>
    on(
      page,
      ({ id }) => page.edits.bringBack(id),
      card => card.gone === true,
    ),
  setSource: page => on(page, ({ id }) => page.edits.setSource(id, `source ${prng.uint32(page.random, 0, 1e9)}`)),
  setAnchor: page => on(page, ({ id }) => page.edits.setAnchor(id, `met when ${prng.uint32(page.random, 0, 1e9)}`)),
  setAlt: page => on(page, ({ id }) => page.edits.setAlt(id, `alt ${prng.uint32(page.random, 0, 1e9)}`)),
  setCurrent: page => on(page, ({ id, current }) => page.edits.setCurrent(id, current !== true)),
  connect: page => two(page, (a, b) => page.edits.connect(a, b)),
  link: page => two(page, (from, to) => page.edits.link({ from, to, kind: 'relates' })),
  place: page =>
    page.edits.place(
      some(page, standing(page)).map(({ id }) => ({ id, pos: pos(page), size: size(page) })),
      some(page, marks(page)).map(({ id }) => ({ id, pos: pos(page), size: size(page) })),
    ),
  order: page => {
    const moving = ids(some(page, standing(page)))
    const rest = ids(standing(page)).filter(id => !moving.includes(id))
    const at = prng.int32(page.random, 0, rest.length)
    page.edits.order(moving, rest[at - 1] ?? null, rest[at] ?? null)
  },
  group: page => page.edits.group({ heading: '3', cards: ids(some(page, loose(page))), pos: pos(page) }),
  joinGroup: page => {
    const group = standing(page).find(card => card.kind === 'cluster')
    if (group !== undefined) page.edits.joinGroup(ids(some(page, loose(page))), group.id)
  },
  ungroup: page =>
    page.edits.ungroup(
      ids(
        some(
          page,
          standing(page).filter(card => card.in !== undefined),
        ),
      ),
      [],
    ),
  drawFrame: page => page.edits.drawFrame({ pos: pos(page), size: size(page), title: '' }),
  draw: page => page.edits.draw({ colour: prng.oneOf(page.random, [...INK_COLOURS]), way: way(page) }),
  titleFrame: page => {
    const frame = marks(page).find(mark => mark.kind === 'frame')
    if (frame !== undefined) page.edits.titleFrame(frame.id, `title ${prng.uint32(page.random, 0, 1e9)}`)
  },
  erase: page => page.edits.erase(ids(some(page, marks(page)))),
  disconnect: page => {
    const [link] = page.watch.view().links
    if (link !== undefined) page.edits.disconnect(link.id)
  },
}

const CLIPPED_FROM = ({ who }: Page) => {
  const board = BoardId.parse('board')
  return { board, document: { kind: 'joint', board }, as: who.id } as const
}
const number = ({ random }: Page) => prng.int32(random, 60, 90_000) / 10
const pos = (page: Page) => ({ x: number(page), y: number(page) })
const size = (page: Page) => ({ w: number(page) / 10 + 50, h: number(page) / 10 + 50 })
const way = (page: Page) => range(prng.int32(page.random, 1, 9)).map(() => ({ ...pos(page), pressure: 0.5 }))
const kind = ({ random }: Page) => prng.oneOf(random, ['interest', 'option', 'note', 'cluster'] as const)
const image = ({ random }: Page) => prng.oneOf(random, [undefined, { id: ImageId.parse('picture'), w: 640, h: 480 }])
const standing = (page: Page) => page.watch.view().cards.filter(card => !card.gone)
const loose = (page: Page) => standing(page).filter(card => card.in === undefined)
const marks = (page: Page) => page.watch.view().marks
const some = <T>({ random }: Page, things: readonly T[]): T[] => things.filter(() => prng.int32(random, 0, 2) === 0)
const ids = <Id>(things: readonly { readonly id: Id }[]): Id[] => things.map(({ id }) => id)

const on = (page: Page, act: (card: CardView) => unknown, is = (card: CardView): boolean => card.gone !== true) => {
  const cards = page.watch.view().cards.filter(is)
  if (cards.length > 0) act(prng.oneOf(page.random, cards))
}
const two = (page: Page, act: (a: CardId, b: CardId) => unknown) =>
  on(page, a =>
    on(
      page,
      b => act(a.id, b.id),
      b => !b.gone && b !== a,
    ),
  )

const actSomehow = (page: Page): void => {
  const { random } = page
  if (prng.int32(random, 0, 4) === 0) on(page, card => page.type(card))
  else ACTS[prng.oneOf(random, Object.keys(ACTS) as (keyof Edits)[])](page)
}

/** Every field of every card, link and mark, and the words of cards: `cards/<id>/<field>` -> what it says. */
type Told = ReadonlyMap<string, string>
const told = (doc: Y.Doc): Told => {
  const all = new Map<string, string>()
  for (const [root, entries] of [
    ['cards', cardsOf(doc)],
    ['links', linksOf(doc)],
    ['marks', marksOf(doc)],
  ] as const)
    for (const [id, entry] of entries)
      for (const [field, value] of entry)
        all.set(`${root}/${id}/${field}`, value instanceof Y.XmlFragment ? value.toString() : JSON.stringify(value))
  return all
}

/** The places that a transaction wrote to, also where it wrote what stood there. */
const placesIn = ({ changed }: Y.Transaction): string[] =>
  [...changed].flatMap(([type, keys]) => {
    const parent = type._item?.parent
    if (!(type instanceof Y.Map) || !(parent instanceof Y.Map)) return []
    return [...keys].map(key => `${Y.findRootTypeKey(parent)}/${type._item?.parentSub}/${key}`)
  })

const ABSENT = '(nothing)'
/** The letters of each card's words, in alphabetical order. */
const lettersIn = (all: Told): Map<string, string> =>
  new Map(
    [...all]
      .filter(([place]) => place.endsWith('/body'))
      .map(([place, says]) => [place, [...says.replace(/<[^>]*>/g, '')].sort().join('')]),
  )

const without = (letters: Map<string, string>, page: Page): Map<string, string> => {
  const left = new Map(letters)
  for (const place of page.typed) left.set(place, left.get(place)?.replace(page.letter, '') ?? '')
  return left
}

/** Who wrote what at each place, one after the other; what it said when it was made comes first, under nobody's name. */
class Ledger {
  readonly #entries = new Map<string, { by: Page | null; says: string }[]>()
  #last: Told = new Map()

  see(page: Page): void {
    const now = told(page.doc)
    const fresh = new Set<string>()
    for (const place of now.keys()) if (!this.#last.has(place) && place.endsWith('/by')) fresh.add(place.slice(0, -2))
    for (const place of new Set([...this.#last.keys(), ...now.keys()])) {
      const says = now.get(place) ?? ABSENT
      const entry = place.slice(0, place.lastIndexOf('/') + 1)
      if (fresh.has(entry)) this.#add(place, { by: null, says })
      else if (page.written.has(place)) this.#add(place, { by: page, says })
    }
    // Made put away, and shown by what undo takes back.
    for (const entry of fresh) {
      this.#entries.set(`${entry}gone`, [
        { by: null, says: 'true' },
        { by: page, says: ABSENT },
      ])
    }
    page.written.clear()
    this.#last = now
  }

  #add(place: string, said: { by: Page | null; says: string }): void {
    const before = this.#entries.get(place)
    if (before === undefined) this.#entries.set(place, said.by === null ? [said] : [{ by: null, says: ABSENT }, said])
    else before.push(said)
  }

  /**
   * What must stand at each place once one person has undone everything: what was said there last by anybody else. Left
   * out is what someone took away after that person's own act: a deletion leaves nothing behind that says whose it was.
   */
  without(page: Page): Map<string, string> {
    const left = new Map<string, string>()
    for (const [place, said] of this.#entries) {
      const others = said.filter(({ by }) => by !== page)
      const last = others.at(-1)
      const isUnclear = said.some(({ by, says }, i) => by !== page && by !== null && says === ABSENT && i > 1)
      if (last !== undefined && !place.endsWith('/body') && !isUnclear) left.set(place, last.says)
    }
    return left
  }
}

describe('[D5] one after the other', () => {
  test.each(SEEDS)(
    '[D5] seed %i: undoing all takes back my acts and nobody else’s, redoing all brings them again',
    seed => {
      const { random, pages } = table(seed)
      const ledger = new Ledger()
      for (let step = 0; step < STEPS; step++) {
        const page = prng.oneOf(random, pages)
        actSomehow(page)
        for (const other of pages) other.hear()
        ledger.see(page)
      }
      for (const page of pages) {
        const before = told(page.doc)
        page.all('undo')
        const after = told(page.doc)
        const expected = ledger.without(page)
        const wrong = [...expected].filter(([place, says]) => (after.get(place) ?? ABSENT) !== says)
        expect(wrong.map(([place, says]) => ({ place, says: after.get(place), expected: says }))).toEqual([])
        expect(lettersIn(after)).toEqual(without(lettersIn(before), page))
        page.all('redo')
        expect([...told(page.doc)].sort()).toEqual([...before].sort())
        for (const other of pages) other.hear()
        expect(pages.flatMap(({ crossed }) => crossed)).toEqual([])
      }
    },
  )
})

describe('[D5] at the same time', () => {
  test.each(SEEDS)(
    '[D5] seed %i: undo and redo between everything else never throw, and all end with the same board',
    seed => {
      const { random, pages } = table(seed)
      for (let step = 0; step < STEPS * 2; step++) {
        const page = prng.oneOf(random, pages)
        const dice = prng.int32(random, 0, 9)
        if (dice < 2) page.step('undo')
        else if (dice === 2) page.step('redo')
        else actSomehow(page)
        if (prng.int32(random, 0, 3) === 0) prng.oneOf(random, pages).hear()
      }
      for (const page of pages) page.hear()
      for (const page of pages) {
        page.all('undo')
        const undone = [...told(page.doc)].sort()
        page.all('redo')
        page.all('undo')
        expect([...told(page.doc)].sort()).toEqual(undone)
        for (const other of pages) other.hear()
      }
      const [first, ...rest] = pages.map(({ doc }) => [...told(doc)].sort())
      for (const other of rest) expect(other).toEqual(first)
      expect(pages.flatMap(({ crossed }) => crossed)).toEqual([])
      // Nothing that stood is ever deleted, and whatever stands can be read.
      for (const { doc, watch } of pages) {
        const { cards, comments } = watch.view()
        expect(cards.length + comments.length).toBe(cardsOf(doc).size)
      }
    },
  )
})
