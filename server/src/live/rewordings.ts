import { type BoardId, CardId, cardsOf, type MemberId, plainText, readRich, SYSTEM } from '@jointly/board'
import * as Y from 'yjs'
import type { Storage } from '../storage/storage.ts'

type Replay = {
  readonly doc: Y.Doc
  seq: number
  readonly texts: Map<string, string>
  readonly by: Map<CardId, Set<MemberId>>
}

/** How many boards' replays are kept between questions. */
const KEPT = 50

/**
 * Who changed the words of a card that stands under another's name. Derived from the log alone, by the difference in plain
 * text that each row makes: whoever turns a paragraph into a list re-creates its words in Yjs and has not written one of
 * them. Kept per board and continued from where the last question stopped.
 */
export class Rewordings {
  private readonly replays = new Map<BoardId, Replay>()
  private readonly running = new Map<BoardId, Promise<unknown>>()
  private readonly storage: Storage

  constructor(storage: Storage) {
    this.storage = storage
  }

  async of(board: BoardId): Promise<Record<CardId, MemberId[]>> {
    const before = this.running.get(board) ?? Promise.resolve()
    const turn = before.then(() => this.follow(board))
    this.running.set(
      board,
      turn.catch(() => {}),
    )
    const { by } = await turn
    return Object.fromEntries([...by].map(([card, members]) => [card, [...members]]))
  }

  private async follow(board: BoardId): Promise<Replay> {
    const replay = this.replays.get(board) ?? { doc: new Y.Doc(), seq: 0, texts: new Map(), by: new Map() }
    this.replays.delete(board)
    this.replays.set(board, replay)
    const oldest = this.replays.keys().next().value
    if (this.replays.size > KEPT && oldest !== undefined) this.replays.delete(oldest)

    for (const row of await this.storage.read(`joint:${board}`, { after: replay.seq })) {
      const touched = new Set<string>()
      const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
        for (const { path } of events) if (path[1] === 'body') touched.add(String(path[0]))
      }
      cardsOf(replay.doc).observeDeep(observe as never)
      Y.applyUpdate(replay.doc, row.bytes)
      cardsOf(replay.doc).unobserveDeep(observe as never)
      for (const id of touched) note(replay, CardId.parse(id), row.by)
      replay.seq = row.seq
    }
    return replay
  }
}

const note = ({ doc, texts, by }: Replay, id: CardId, writer: MemberId) => {
  const card = cardsOf(doc).get(id)
  const body = card?.get('body')
  if (!(body instanceof Y.XmlFragment)) return
  const text = plainText(readRich(body))
  const before = texts.get(id) ?? null
  texts.set(id, text)
  if (before === text || writer === SYSTEM || writer === card?.get('by')) return
  by.set(id, (by.get(id) ?? new Set()).add(writer))
}
