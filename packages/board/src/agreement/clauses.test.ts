import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { linkCards } from '../edit.ts'
import { BoardId, type CardId } from '../ids.ts'
import { copyRich, type RichNode } from '../richtext.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, people, post } from '../testing.ts'
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
  linkCards(doc, { from: option, to: served, kind: 'serves', by: max.id, side: max.side })
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
  expect(leftOut(view, BOARD).map(({ id }) => id)).toEqual([forgotten])
})
