import * as Y from 'yjs'
import { CardFields, LinkFields, type Topic } from './cards.ts'
import { CardId, LinkId, MarkId } from './ids.ts'
import { MarkFields } from './marks.ts'
import { inReadingOrder } from './order.ts'
import { plainText, type RichNode, readRich } from './richtext.ts'
import { cardsOf, JOINT_TEXTS, type JointText, jointTextOf, linksOf, marksOf } from './schema.ts'

/** A card as screens and reports see it: plain, immutable, and the very same object as long as the card does not change. */
export type CardView = Readonly<CardFields> & {
  readonly id: CardId
  readonly body: readonly RichNode[]
  readonly text: string
}

/** A card that is said about something. */
export type CommentView = CardView & { readonly about: Topic }

export type LinkView = Readonly<LinkFields> & { readonly id: LinkId }

export type MarkView = Readonly<MarkFields> & { readonly id: MarkId }
export type FrameView = Extract<MarkView, { kind: 'frame' }>
export type InkView = Extract<MarkView, { kind: 'ink' }>

export type TextView = { readonly body: readonly RichNode[]; readonly text: string }

/**
 * Everything on the table at one moment. `cards` and `comments` (what is about something, and lies nowhere by itself) stand
 * in reading order and include those put away; links and marks do not. `card` finds either. `marks` stand in the order in
 * which they were made: the last lies on top.
 */
export type BoardView = Readonly<Record<JointText, TextView>> & {
  readonly cards: readonly CardView[]
  readonly comments: readonly CommentView[]
  readonly links: readonly LinkView[]
  readonly marks: readonly MarkView[]
  readonly card: (id: CardId) => CardView | undefined
  readonly link: (id: LinkId) => LinkView | undefined
  readonly mark: (id: MarkId) => MarkView | undefined
}

/** A card that lies on the table: it is there, and nobody has put it away. */
export const cardOnTable = (board: Pick<BoardView, 'card'>, id: CardId): CardView | undefined => {
  const card = board.card(id)
  return card?.gone ? undefined : card
}

/** The option "as it is now", if one says so. */
export const optionAsItIsNow = ({ cards }: Pick<BoardView, 'cards'>): CardView | undefined =>
  cards.find(card => card.kind === 'option' && card.current && !card.gone)

const readCard = (id: string, map: unknown): CardView | null => {
  if (!(map instanceof Y.Map)) return null
  const body = map.get('body')
  const fields = CardFields.safeParse(Object.fromEntries([...map].filter(([name]) => name !== 'body')))
  if (!fields.success || !(body instanceof Y.XmlFragment)) return null
  const nodes = readRich(body)
  return Object.freeze({ ...fields.data, id: CardId.parse(id), body: nodes, text: plainText(nodes) })
}

const readLink = (id: string, map: unknown): LinkView | null => {
  const fields = map instanceof Y.Map ? LinkFields.safeParse(map.toJSON()) : null
  return fields?.success && !fields.data.gone ? Object.freeze({ ...fields.data, id: LinkId.parse(id) }) : null
}

const readMark = (id: string, map: unknown): MarkView | null => {
  const fields = map instanceof Y.Map ? MarkFields.safeParse(map.toJSON()) : null
  return fields?.success && !fields.data.gone ? Object.freeze({ ...fields.data, id: MarkId.parse(id) }) : null
}

const readText = (doc: Y.Doc, text: JointText): TextView => {
  const body = readRich(jointTextOf(doc, text))
  return { body, text: plainText(body) }
}

/** The plain views of one Y.Map of Y.Maps at one moment: all in their order, and each by its id. */
type Entries<View> = { readonly all: readonly View[]; readonly find: (id: string) => View | undefined }

/**
 * Watches one Y.Map of Y.Maps; each entry is read again only when it changed. `sort` says the order; without one they stand
 * as they came. While nothing comes, goes or changes its place, the order of before holds: sorting two thousand cards for
 * each letter that somebody types would cost more than reading it.
 */
const watchEntries = <View extends { id: string }>(
  map: Y.Map<unknown>,
  read: (id: string, entry: unknown) => View | null,
  sort: (a: View, b: View) => number = () => 0,
) => {
  const views = new Map<string, View>()
  const refresh = (id: string) => {
    const view = map.has(id) ? read(id, map.get(id)) : null
    if (view === null) views.delete(id)
    else views.set(id, view)
    return view
  }
  const arranged = (): { entries: Entries<View>; places: ReadonlyMap<string, number> } => {
    const all = [...views.values()].sort(sort)
    const places = new Map(all.map(({ id }, i) => [id, i]))
    return { entries: listed(all, places), places }
  }
  const listed = (all: readonly View[], places: ReadonlyMap<string, number>): Entries<View> => ({
    all,
    find: id => all[places.get(id) ?? -1],
  })
  for (const id of map.keys()) refresh(id)
  let { entries, places } = arranged()
  const stale = new Set<string>()
  const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events)
      if (event instanceof Y.YMapEvent && event.target === map)
        for (const id of event.keysChanged as Set<string>) stale.add(id)
      else stale.add(String(event.path[0]))
  }
  map.observeDeep(observe)
  const seeChanges = () => {
    const all = [...entries.all]
    let isInPlace = true
    for (const id of stale) {
      const before = entries.find(id)
      const view = refresh(id)
      const place = places.get(id)
      if (view !== null && before !== undefined && place !== undefined && sort(before, view) === 0) all[place] = view
      else isInPlace &&= view === null && before === undefined
    }
    stale.clear()
    if (isInPlace) entries = listed(all, places)
    else ({ entries, places } = arranged())
  }
  return {
    /** Equal to the last call's by `===` when nothing changed. */
    now: (): Entries<View> => {
      if (stale.size > 0) seeChanges()
      return entries
    },
    stop: () => map.unobserveDeep(observe),
  }
}

const isComment = (card: CardView): card is CommentView => card.about !== undefined

/** Cards and comments apart, each the same array as before while it holds the same: a comment draws no card again. */
const splitter = () => {
  let cards: readonly CardView[] = []
  let comments: readonly CommentView[] = []
  return (all: readonly CardView[]) => {
    cards = kept(
      cards,
      all.filter(card => !isComment(card)),
    )
    comments = kept(comments, all.filter(isComment))
    return { cards, comments }
  }
}

const kept = <T>(before: readonly T[], now: readonly T[]): readonly T[] =>
  before.length === now.length && before.every((one, i) => one === now[i]) ? before : now

export type BoardWatch = {
  /** The board now. Equal to the last call's by `===` when nothing changed. */
  readonly view: () => BoardView
  readonly subscribe: (listener: () => void) => () => void
  readonly stop: () => void
}

/**
 * [V1] Watches a document as plain views with structural sharing: after an edit of one card every other card, link and
 * text is the same object as before, so that a screen draws again only what changed.
 */
export const watchBoard = (doc: Y.Doc): BoardWatch => {
  const cards = watchEntries(cardsOf(doc) as Y.Map<unknown>, readCard, inReadingOrder)
  const links = watchEntries(linksOf(doc) as Y.Map<unknown>, readLink)
  const marks = watchEntries(marksOf(doc) as Y.Map<unknown>, readMark, inReadingOrder)
  const listeners = new Set<() => void>()
  const staleTexts = new Set<JointText>(JOINT_TEXTS)
  const texts = {} as Record<JointText, TextView>
  const textObservers = JOINT_TEXTS.map(text => {
    const observe = () => void staleTexts.add(text)
    jointTextOf(doc, text).observeDeep(observe)
    return () => jointTextOf(doc, text).unobserveDeep(observe)
  })

  const split = splitter()
  let current: BoardView | null = null
  let seen: readonly unknown[] = []
  const view = (): BoardView => {
    const now = [cards.now(), links.now(), marks.now()] as const
    if (current !== null && staleTexts.size === 0 && now.every((entries, i) => entries === seen[i])) return current
    seen = now
    for (const text of staleTexts) texts[text] = readText(doc, text)
    staleTexts.clear()
    const [{ all, find: card }, { all: linkViews, find: link }, { all: markViews, find: mark }] = now
    current = { ...texts, ...split(all), links: linkViews, marks: markViews, card, link, mark }
    return current
  }

  const notify = (transaction: Y.Transaction) => {
    if (transaction.changed.size > 0) for (const listener of listeners) listener()
  }
  doc.on('afterTransaction', notify)
  return {
    view,
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () => {
      cards.stop()
      links.stop()
      marks.stop()
      for (const stop of textObservers) stop()
      doc.off('afterTransaction', notify)
    },
  }
}
