import { expect, test } from 'vitest'
import { DEFAULT_SIDES } from '../people.ts'
import { report } from '../report/index.ts'
import { emptyBoard, people, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { wordingOf } from '../wording.ts'
import { CASES, missingSides } from './index.ts'
import { layCase } from './lay.ts'

test.each([...CASES.values()])(
  '[R1] $id can be laid: everything it says of the table, and nothing of its ratings',
  one => {
    const doc = emptyBoard()
    layCase(doc, one)
    const { cards, links, issue } = watchBoard(doc).view()
    const count = (kind: string) => cards.filter(card => card.kind === kind && !card.gone).length
    expect([count('fact'), count('interest'), count('option'), count('criterion')]).toEqual([
      ...[one.facts.length, one.interests.length, one.options.length, one.criteria.length],
    ])
    expect(issue.text).toBe(one.issue.text)
    expect(links).toHaveLength(one.options.flatMap(option => option.serves).length)
    const inferred = [...one.facts, ...one.interests, ...one.options, ...one.criteria].filter(
      line => line.basis === 'inferred',
    )
    expect(cards.filter(card => card.basis === 'inferred')).toHaveLength(inferred.length)
    expect(JSON.stringify(doc.toJSON())).not.toMatch(/rating|points/)
  },
)

test('[R1] a case that speaks of a side which the team lacks says which', () => {
  expect(missingSides(CASES.get('springfield') as never, DEFAULT_SIDES)).toEqual(['Community groups and parents'])
  expect(missingSides(CASES.get('substitute-cover') as never, DEFAULT_SIDES)).toEqual([])
})

test('[R2] the report holds the counts that the screens show', () => {
  const doc = emptyBoard()
  const { interests } = layCase(doc, CASES.get('minneapolis-placement') as never)
  const board = watchBoard(doc).view()
  const card = board.card(interests[0] as never)
  const wording = wordingOf(card as never)
  const process = processAfter([[people.ana, { type: 'interest.adopt', card: interests[0] as never, wording }]])
  const made = report({ process, board, minutes: [], head: { joint: 9, minutes: 2, chain: 'c' } })
  expect(made.cards.find(one => one.id === interests[0])).toMatchObject({
    wording,
    adoptions: { union: 1, management: 0 },
    mutual: false,
  })
  expect(made.links.every(link => link.confirmed === false)).toBe(true)
  expect([made.last, made.chain, made.issue]).toEqual([{ joint: 9, minutes: 2 }, 'c', board.issue.text])
})
