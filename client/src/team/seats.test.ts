import { DEFAULT_SIDES } from '@jointly/board'
import { MANAGEMENT, member, people, UNION } from '@jointly/board/testing'
import { expect, it } from 'vitest'
import { firstSeat, rolesToGive, seatsToOffer } from './seats.ts'

const { ana, ugo, max, mia, fay, obi } = people
const full = { sides: DEFAULT_SIDES, members: [ana, ugo, max, mia, fay, obi] }
const fresh = { sides: DEFAULT_SIDES, members: [fay] }

it('offers an observer nothing', () => {
  expect(seatsToOffer(obi, full)).toEqual([])
})

it('[A8] offers a co-chair every seat of the own side, none of the other', () => {
  const sides = new Set(seatsToOffer(ana, full).map(seat => seat.side))
  expect(sides).toEqual(new Set([UNION, null]))
})

it('[A8] offers a facilitator no co-chair of a side that has one', () => {
  expect(seatsToOffer(fay, full).some(seat => seat.role === 'co-chair')).toBe(false)
  expect(seatsToOffer(fay, fresh)).toContainEqual({ role: 'co-chair', side: MANAGEMENT })
})

it("begins a new team's invitations with the first co-chair, later ones with a member of one's own side", () => {
  expect(firstSeat(fay, fresh)).toEqual({ role: 'co-chair', side: UNION })
  expect(firstSeat(fay, { ...fresh, members: [fay, ana] })).toEqual({ role: 'co-chair', side: MANAGEMENT })
  expect(firstSeat(mia, full)).toEqual({ role: 'member', side: MANAGEMENT })
})

it('gives nobody the role they have, nobody a role that needs a side they do not have, and makes no facilitators', () => {
  expect(rolesToGive(ugo)).toEqual(['co-chair', 'observer', 'guest'])
  expect(rolesToGive(member('Gus', { role: 'guest' }))).toEqual(['observer'])
})
