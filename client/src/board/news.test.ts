import { postComment, watchBoard } from '@jointly/board'
import { emptyBoard, people, post, processAfter } from '@jointly/board/testing'
import { expect, test } from 'vitest'
import { newsOf } from './news.ts'

test('what is new is counted by kind and side', () => {
  const doc = emptyBoard()
  post(doc, people.max, { kind: 'interest', text: 'Cover' })
  post(doc, people.ana, { kind: 'interest', text: 'Rest' })
  post(doc, people.ugo, { kind: 'interest', text: 'Fairness' })
  post(doc, people.fay, { kind: 'option', text: 'A rota' })
  const about = post(doc, people.fay, { kind: 'note', text: 'Second session' })
  postComment(doc, { about, text: 'Which day?', by: people.mia.id, side: people.mia.side })
  const { cards, comments } = watchBoard(doc).view()
  expect(newsOf([...comments, ...cards], processAfter())).toEqual([
    { kind: 'interest', side: 'union', count: 2 },
    { kind: 'interest', side: 'management', count: 1 },
    { kind: 'option', side: null, count: 1 },
    { kind: 'note', side: null, count: 1 },
    { kind: 'comment', side: 'management', count: 1 },
  ])
})
