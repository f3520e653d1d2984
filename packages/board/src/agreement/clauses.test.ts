import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { linkCards, putAway } from '../edit.ts'
import { BoardId, type CardId } from '../ids.ts'
import type { Process } from '../process.ts'
import { copyRich, type RichNode } from '../richtext.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, people, post, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { clausesOf, leftOut } from './clauses.ts'

const { ana, max, fay } = people
const BOARD = BoardId.parse('board')
const to = (card: CardId, board = 'board') => `https://jointly.example/board/${board}#card=${card}`
const words = (text: string, href?: string): RichNode => ({
  ...{ type: 'text', text },
  marks: href === undefined ? {} : { link: { href } },
})
const block = (type: string, content: readonly RichNode[]): RichNode => ({ type, attrs: {}, content })

test('[G8] a clause serves what its words link to, and what a linked option serves; the other interests are named', () => {
  const doc = emptyBoard()
  const option = post(doc, fay, { kind: 'option', text: 'Two floating teachers' })
  const [served, linked, forgotten] = ['Preparation time', 'Lessons that go on', 'Pay'].map(text =>
    post(doc, ana, { kind: 'interest', text }),
  ) as [CardId, CardId, CardId]
  const link = linkCards(doc, { from: option, to: served, kind: 'serves', by: max.id, side: max.side })
  const text = [
    block('paragraph', [words('Two '), words('floating', to(option)), words(' teachers '), words('cover', to(option))]),
    block('bulletList', [block('listItem', [block('paragraph', [words('Lessons go on', to(linked)), words('.')])])]),
    block('paragraph', [words('Pay', to(forgotten, 'another')), words(' and '), words('law', 'https://law.example/')]),
  ]
  jointTextOf(doc, 'agreement').insert(0, copyRich(text) as Y.XmlElement[])
  const view = watchBoard(doc).view()
  expect(clausesOf(view.agreement.body, BOARD)).toEqual([
    { text: 'Two floating teachers cover', cards: [option] },
    { text: 'Lessons go on.', cards: [linked] },
  ])
  const left = (process: Process) =>
    leftOut({ clauses: clausesOf(view.agreement.body, BOARD), board: watchBoard(doc).view(), process }).map(
      ({ card, suggested }) => [card.id, suggested],
    )
  const confirmed = processAfter([[ana, { type: 'link.confirm', link }]])
  expect(left(confirmed)).toEqual([[forgotten, false]])
  // What nobody of its side has confirmed is a suggestion; another side's yes is none.
  const suggested = [
    [served, true],
    [forgotten, false],
  ]
  expect(left(processAfter())).toEqual(suggested)
  expect(left(processAfter([[max, { type: 'link.confirm', link }]]))).toEqual(suggested)
  putAway(doc, option)
  expect(left(confirmed)).toEqual([
    [served, false],
    [forgotten, false],
  ])
})
