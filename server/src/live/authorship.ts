import {
  CardId,
  type Credit,
  cardsOf,
  credited,
  type Document,
  documentName,
  JOINT_TEXTS,
  type JointText,
  jointTextOf,
  keepMarks,
  type MemberId,
  NO_CREDIT,
  plainText,
  type Run,
  readWords,
  SYSTEM,
  type Writer,
} from '@jointly/board'
import * as Y from 'yjs'
import { contentOf } from '../storage/chain.ts'
import type { Row, Storage } from '../storage/storage.ts'

/** A joint text or a card, by its name: `issue`, `agreement`, or the id of a card. */
type Place = string

/** Somebody's stretch of rows in one place: one difference, however many rows it took. */
type Stretch = { readonly writer: Writer; readonly card: CardId | null }

type Replay = {
  readonly doc: Y.Doc
  seq: number
  /** Where the row that is being followed changes words. */
  readonly touched: Map<Place, CardId | null>
  readonly credits: Map<Place, Credit>
  readonly open: Map<Place, Stretch>
  readonly reworded: Map<CardId, Set<MemberId>>
  /** When each comment was said: the moment of the row that brought it. */
  readonly said: Map<CardId, string>
}

/** How many documents' replays are kept between questions. */
const KEPT = 50
/** Rows that are read at once. */
const AT_ONCE = 500
/** How long steps are taken before others have their turn: one that ends a stretch of a long text may take milliseconds. */
const TURN_MS = 10

/**
 * Who wrote which words, and who changed the words of a card that stands under another's name. Derived from the log alone,
 * by the differences in plain text: whoever turns a paragraph into a list re-creates its words in Yjs and has not written
 * one of them. Rows that one person writes in one place without another between are one difference. Kept per document and
 * continued from where the last question stopped.
 */
export class Authorship {
  private readonly replays = new Map<string, Replay>()
  private readonly turns = new Map<string, Promise<void>>()
  /** What a document told of a place as it was at a row: it is told the same for good, until content is erased. */
  private readonly past = new Map<string, Promise<readonly Run[]>>()
  private readonly storage: Storage

  constructor(storage: Storage) {
    this.storage = storage
  }

  /** Who reworded each card beside its author, in the order in which they first did. */
  async rewordings(document: Document): Promise<Record<CardId, MemberId[]>> {
    const { reworded } = await this.now(documentName(document))
    return Object.fromEntries([...reworded].map(([card, members]) => [card, [...members]]))
  }

  /** When each comment was said, as the log has it: a clock of a page could say anything. */
  async said(document: Document): Promise<Record<CardId, string>> {
    return Object.fromEntries((await this.now(documentName(document))).said)
  }

  /** The words of a joint text or a card, each with its writer; `upTo`: as they stood at that row. */
  async runs(document: Document, place: Place, upTo?: number): Promise<readonly Run[]> {
    const name = documentName(document)
    if (upTo === undefined) return (await this.now(name)).credits.get(place)?.runs ?? []
    const key = `${name} ${upTo} ${place}`
    const told = this.past.get(key) ?? this.runsAt(name, place, upTo)
    keep(this.past, key, told)
    // What could not be read is asked for again.
    told.catch(() => this.past.delete(key))
    return told
  }

  /** One past of a document after the other, beside its present: whoever asks for many of them waits for them. */
  private runsAt(name: string, place: Place, upTo: number): Promise<readonly Run[]> {
    return this.inTurn(`past of ${name}`, async () => {
      const { credits } = await catchUp(this.storage, name, { replay: newReplay(), upTo })
      return credits.get(place)?.runs ?? []
    })
  }

  /** Content was erased, or all of it purged: what was followed so far holds it still. */
  forget(document: Document): void {
    const name = documentName(document)
    this.replays.delete(name)
    for (const key of this.past.keys()) if (key.startsWith(`${name} `)) this.past.delete(key)
  }

  /** The replay of a document, followed to the end of its log. */
  private now(name: string): Promise<Replay> {
    return this.inTurn(name, () => {
      const replay = this.replays.get(name) ?? newReplay()
      keep(this.replays, name, replay)
      return catchUp(this.storage, name, { replay })
    })
  }

  private inTurn<Told>(of: string, work: () => Promise<Told>): Promise<Told> {
    const turn = (this.turns.get(of) ?? Promise.resolve()).then(work)
    const end = () => {
      if (this.turns.get(of) === ended) this.turns.delete(of)
    }
    // The next one waits for the end alone: a promise of the replay would keep it when it was to be forgotten.
    const ended: Promise<void> = turn.then(end, end)
    this.turns.set(of, ended)
    return turn
  }
}

/** The newest of so many; the one that was longest not asked for goes. */
const keep = <Value>(all: Map<string, Value>, key: string, value: Value): void => {
  all.delete(key)
  all.set(key, value)
  const oldest = all.keys().next().value
  if (all.size > KEPT && oldest !== undefined) all.delete(oldest)
}

/** Follows the log from where a replay stopped to its end, or up to a row. */
const catchUp = async (
  storage: Storage,
  name: string,
  { replay, upTo = Number.POSITIVE_INFINITY }: { replay: Replay; upTo?: number },
): Promise<Replay> => {
  let turnAt = performance.now()
  const letOthers = async () => {
    if (performance.now() - turnAt < TURN_MS) return
    await new Promise(resolve => setImmediate(resolve))
    turnAt = performance.now()
  }
  for (;;) {
    const rows = await storage.read(name, { after: replay.seq, limit: Math.min(AT_ONCE, upTo - replay.seq) })
    for (const row of rows) for (const _step of follow(replay, row)) await letOthers()
    if (rows.length < AT_ONCE) break
  }
  for (const _step of closeAll(replay, () => true)) await letOthers()
  return replay
}

const newReplay = (): Replay => {
  const doc = new Y.Doc()
  keepMarks(doc)
  const touched = new Map<Place, CardId | null>()
  for (const text of JOINT_TEXTS) jointTextOf(doc, text).observeDeep(() => touched.set(text, null))
  cardsOf(doc).observeDeep(events => {
    for (const { path } of events) if (path[1] === 'body') touched.set(String(path[0]), CardId.parse(path[0]))
    for (const { target, keys } of events)
      if (target === cardsOf(doc)) for (const id of keys.keys()) touched.set(id, CardId.parse(id))
  })
  return { doc, seq: 0, touched, credits: new Map(), open: new Map(), reworded: new Map(), said: new Map() }
}

/** Step by step: somebody may have written on two thousand cards before another's row ends all of these stretches. */
function* follow(replay: Replay, row: Row): Iterable<void> {
  const { doc, open, said, touched } = replay
  const { at, by, side } = row
  yield* closeAll(replay, writer => writer.by !== by || writer.side !== side)
  for (const bytes of contentOf([row])) Y.applyUpdate(doc, bytes)
  for (const [place, card] of touched) {
    open.set(place, { writer: { by, side }, card })
    if (card !== null && !said.has(card) && cardsOf(doc).get(card)?.has('about')) said.set(card, at)
  }
  touched.clear()
  replay.seq = row.seq
  yield
}

function* closeAll(replay: Replay, ends: (writer: Writer) => boolean): Iterable<void> {
  for (const [place, { writer }] of replay.open) {
    if (!ends(writer)) continue
    close(replay, place)
    yield
  }
}

/** A stretch ends: what it made of the text is its writer's. */
const close = ({ doc, credits, open, reworded }: Replay, place: Place): void => {
  const stretch = open.get(place)
  open.delete(place)
  if (stretch === undefined) return
  const { writer, card } = stretch
  const fragment = card === null ? jointTextOf(doc, place as JointText) : cardsOf(doc).get(card)?.get('body')
  if (!(fragment instanceof Y.XmlFragment)) return
  const before = credits.get(place) ?? NO_CREDIT
  const after = credited(before, plainText(readWords(fragment)), writer)
  credits.set(place, after)
  if (card === null || before === after || writer.by === SYSTEM || writer.by === cardsOf(doc).get(card)?.get('by'))
    return
  reworded.set(card, (reworded.get(card) ?? new Set()).add(writer.by))
}
