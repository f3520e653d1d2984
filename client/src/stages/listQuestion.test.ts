import { watchBoard } from '@jointly/board'
import { emptyBoard, MANAGEMENT, people, post } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { isLike, type ListQuestion, SHOW_ALL } from './listQuestion.ts'

test('the list finds words wherever they stand in a card, and filters by kind and side', () => {
  const doc = emptyBoard()
  post(doc, people.ana, { kind: 'interest', text: 'Time to prepare at the café' })
  post(doc, people.max, { kind: 'interest', text: 'A cost the budget can carry' })
  post(doc, people.mia, { kind: 'fact', text: '118 absences', source: 'Office records' })
  post(doc, people.fay, { kind: 'option', text: 'A rota' })
  const found = (question: Partial<ListQuestion>) =>
    watchBoard(doc)
      .view()
      .cards.filter(card => isLike(card, { ...SHOW_ALL, ...question }))
      .map(card => card.text.slice(0, 6))

  expect({
    all: found({}).length,
    words: found({ words: 'CAFE time' }),
    source: found({ words: 'office' }),
    kind: found({ kind: 'interest' }),
    side: found({ side: MANAGEMENT }),
    neutral: found({ side: 'none' }),
    nothing: found({ words: 'rota', kind: 'fact' }),
  }).toEqual({
    all: 4,
    words: ['Time t'],
    source: ['118 ab'],
    kind: ['Time t', 'A cost'],
    side: ['A cost', '118 ab'],
    neutral: ['A rota'],
    nothing: [],
  })
})
