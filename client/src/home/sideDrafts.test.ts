import { Sides } from '@jointly/board'
import { expect, it } from 'vitest'
import { addDraft, faultsOf, firstDrafts, nextShape, type SideDraft, sidesOf } from './sideDrafts.ts'

const two = firstDrafts(id => (id === 'union' ? { name: 'Union', letter: 'U' } : { name: 'Management', letter: 'M' }))
const three = addDraft(two, 'triangle', { name: 'Parents', letter: 'P' })
const change = (drafts: SideDraft[], at: number, to: Partial<SideDraft>) =>
  drafts.map((draft, i) => (i === at ? { ...draft, ...to } : draft))

it('begins with a union and a management that both decide', () => {
  expect(two.map(({ id, letter, decides }) => [id, letter, decides])).toEqual([
    ['union', 'U', true],
    ['management', 'M', true],
  ])
})

it('adds a third side that advises, under its usual id and shape', () => {
  expect(three[2]).toEqual({ id: 'community', shape: 'triangle', name: 'Parents', letter: 'P', decides: false })
})

it('has a shape for five sides and no sixth', () => {
  const four = addDraft(three, 'hexagon')
  expect([nextShape(two), nextShape(three), nextShape(four), nextShape(addDraft(four, 'pentagon'))]).toEqual([
    'triangle',
    'hexagon',
    'pentagon',
    null,
  ])
})

it('fills the gap that a removed side left', () => {
  const withoutThird = addDraft(three, 'hexagon').filter(side => side.shape !== 'triangle')
  expect(nextShape(withoutThird)).toBe('triangle')
})

it('finds what is missing, too long or there twice, whatever the case of the letters', () => {
  expect(faultsOf(change(change(three, 1, { name: ' union ', letter: 'u' }), 2, { name: '', letter: 'PAR' }))).toEqual([
    {},
    { name: 'sameName', letter: 'sameLetter' },
    { name: 'missing', letter: 'letterLong' },
  ])
})

it('makes sides that the server takes', () => {
  const named = change(three, 0, { name: ' Association ', letter: 'A' })
  expect(faultsOf(named).every(fault => Object.keys(fault).length === 0)).toBe(true)
  expect(Sides.safeParse(sidesOf(named)).success).toBe(true)
  expect(sidesOf(named)[0]?.name).toBe('Association')
})
