import { postCard } from '@jointly/board'
import { emptyBoard, people, words } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Desk } from '../fuzz/desk.ts'
import { star } from './formAttacks.ts'

const { ana } = people

/** How long the server is busy with an update, the shortest of three; and what it says of it. */
const busyWith = (letters: number, updateOf: (doc: Y.Doc, text: Y.XmlText) => Uint8Array) => {
  const times: { ms: number; said: string }[] = []
  for (let round = 0; round < 3; round++) {
    const desk = new Desk(1)
    const page = emptyBoard(1)
    page.clientID = 2_000
    const card = postCard(page, { by: ana.id, side: ana.side, kind: 'option', text: 'y'.repeat(letters) })
    desk.accept(Y.encodeStateAsUpdate(page), ana)
    const update = updateOf(page, words(page, card))
    const started = performance.now()
    const taken = desk.accept(update, ana)
    times.push({ ms: performance.now() - started, said: 'refused' in taken ? taken.refused : 'taken' })
  }
  return times.reduce((best, one) => (one.ms < best.ms ? one : best))
}

const hostile = (_doc: Y.Doc, text: Y.XmlText) => star(text._start as Y.Item)
/** As many pieces, each typed between two letters that stand there. */
const honest = (doc: Y.Doc, text: Y.XmlText) => {
  const known = Y.encodeStateVector(doc)
  const pieces = text.length - 2
  doc.transact(() => {
    for (let i = 0; i < pieces; i++) text.insert(2 * i + 1, 'x')
  })
  return Y.encodeStateAsUpdate(doc, known)
}

test('[L23] ten thousand hostile letters are given up about as fast as honest ones are taken', () => {
  const [bad, good] = [busyWith(9_900, hostile), busyWith(9_900, honest)]
  console.log(`hostile ${bad.ms.toFixed(0)} ms, honest ${good.ms.toFixed(0)} ms`)
  expect([bad.said, good.said, bad.ms < 10 * good.ms]).toEqual(['too_costly', 'taken', true])
})
