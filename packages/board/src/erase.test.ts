import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linkCards, putAway, setSource } from './edit.ts'
import { withoutContent } from './erase.ts'
import { documentOf } from './reading.ts'
import { emptyBoard, people, post, words } from './testing.ts'
import { undoManagerFor } from './undo.ts'
import { watchBoard } from './view.ts'

const NAME = 'Jonathan Perch'

/** A log of what two people wrote: a card that names a pupil, reworded, undone, cut to pieces, and one that does not. */
const logWithName = () => {
  const doc = emptyBoard(1)
  const log: Uint8Array[] = [Y.encodeStateAsUpdate(doc)]
  doc.on('update', update => log.push(update))
  const other = new Y.Doc()
  other.clientID = 2
  const share = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  const kept = post(doc, people.ana, { kind: 'interest', text: 'Teachers who know the class' })
  const named = post(doc, people.ana, { kind: 'note', text: `${NAME} was hurt` })
  setSource(doc, named, `letter of ${NAME}`)
  linkCards(doc, { from: kept, to: named, kind: 'relates', by: people.ana.id, side: people.ana.side })
  share(doc, other)
  words(other, named).insert(8, 'James ')
  words(other, named).format(0, 8, { bold: {} })
  share(other, doc)
  const undo = undoManagerFor(doc)
  words(doc, named).delete(0, 9)
  undo.undo()
  words(doc, kept).insert(0, 'All ')
  putAway(doc, named)
  return { log: log.map((bytes, i) => ({ seq: i + 1, bytes })), doc, kept, named }
}

const boardOf = (doc: Y.Doc) => {
  const watch = watchBoard(doc)
  const { cards, links } = watch.view()
  watch.stop()
  return { cards, links }
}
const erased = () => {
  const made = logWithName()
  const left = new Map(withoutContent(made.log, new Set([made.named])).map(({ seq, bytes }) => [seq, bytes]))
  return { ...made, left, after: made.log.map(({ seq, bytes }) => left.get(seq) ?? bytes) }
}

test('[D50] no row holds a word of the card any more, and a row that held none is untouched', () => {
  const { log, left, after } = erased()
  const holds = (bytes: Uint8Array) => /Jona|Perch|James|hurt|letter/.test(String.fromCharCode(...bytes))
  expect(log.filter(({ bytes }) => holds(bytes)).length).toBeGreaterThan(2)
  expect([after.filter(holds), left.size < log.length]).toEqual([[], true])
})

test('[D50] every row still replays: the rest of the board is as it was, the card keeps its place and author, and clocks count as before', () => {
  const { log, after, named } = erased()
  for (const upTo of log.keys()) {
    const [before, now] = [log.slice(0, upTo + 1).map(({ bytes }) => bytes), after.slice(0, upTo + 1)].map(rows =>
      documentOf(rows),
    )
    const [was, is] = [boardOf(before as Y.Doc), boardOf(now as Y.Doc)]
    const without = was.cards.map(({ source, ...card }) =>
      card.id === named ? { ...card, body: [], text: '' } : source === undefined ? card : { ...card, source },
    )
    expect(is).toEqual({ ...was, cards: without })
    expect(Y.decodeStateVector(Y.encodeStateVector(now as Y.Doc))).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(before as Y.Doc)),
    )
  }
})

test('[D50] what is written after it, elsewhere and in the card, arrives', () => {
  const { after, kept } = erased()
  const doc = documentOf(after)
  words(doc, kept).insert(4, 'the ')
  const copy = documentOf([...after, Y.encodeStateAsUpdate(doc)])
  expect(boardOf(copy)).toEqual(boardOf(doc))
})

test('[D50] what was erased once can be erased again with another card', () => {
  const { after, kept, named } = erased()
  const log = after.map((bytes, i) => ({ seq: i + 1, bytes }))
  const twice = new Map(withoutContent(log, new Set([kept, named])).map(({ seq, bytes }) => [seq, bytes]))
  const { cards } = boardOf(documentOf(log.map(({ seq, bytes }) => twice.get(seq) ?? bytes)))
  expect(cards.map(({ text }) => text)).toEqual(['', ''])
})
