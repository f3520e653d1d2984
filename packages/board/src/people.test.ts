import { expect, test } from 'vitest'
import { actsFor, admitsAtOnce, DEFAULT_SIDES, Sides, seatExists } from './people.ts'
import { MANAGEMENT, member, people, UNION } from './testing.ts'

const { ana, ugo, max, mia, fay, obi } = people
const all = Object.values(people)

test('[P1] a seat exists when the side does and the role may have it', () => {
  const seats = (role: 'member' | 'observer', side: typeof UNION | null) => seatExists({ role, side }, DEFAULT_SIDES)
  expect([seats('member', UNION), seats('member', null), seats('observer', null)]).toEqual([true, false, true])
  expect(seatExists({ role: 'member', side: 'parents' as typeof UNION }, DEFAULT_SIDES)).toBe(false)
})

test('[P2] a co-chair acts for the side, a member of a side that has one does not', () => {
  expect([ana, ugo, max, fay, obi].map(who => actsFor(who, UNION, all))).toEqual([true, false, false, false, false])
})

test('[P2] in a side without a co-chair any member acts for it', () => {
  const members = all.map(who => (who.role === 'co-chair' ? { ...who, role: 'member' as const } : who))
  expect(actsFor(mia, MANAGEMENT, members)).toBe(true)
})

test('[P2] a co-chair who has left leaves the side to its members', () => {
  const members = all.map(who => (who.id === ana.id ? { ...who, left: true as const } : who))
  expect([actsFor(ugo, UNION, members), actsFor({ ...ana, left: true }, UNION, members)]).toEqual([true, false])
})

test('[P3] who waits depends on who made the link, and for how many', () => {
  const waits = (inviter: typeof ana, uses: number) => !admitsAtOnce({ side: UNION, uses }, inviter, all)
  expect([waits(ana, 1), waits(ana, 5), waits(fay, 1), waits(max, 1), waits(ugo, 1)]).toEqual([
    false,
    true,
    true,
    true,
    true,
  ])
})

test('[P3] neutral seats and sides without a co-chair admit at once', () => {
  expect(admitsAtOnce({ side: null, uses: 9 }, fay, all)).toBe(true)
  expect(admitsAtOnce({ side: UNION, uses: 9 }, fay, [fay, member('Zoe', { side: UNION })])).toBe(true)
})

test('[P4] two sides of a team never share an id, a name, a letter or a shape', () => {
  const [union, management] = DEFAULT_SIDES
  for (const key of ['id', 'name', 'letter', 'shape'] as const)
    expect(Sides.safeParse([union, { ...management, [key]: union?.[key] }]).success).toBe(false)
  expect(Sides.safeParse(DEFAULT_SIDES).success).toBe(true)
})
