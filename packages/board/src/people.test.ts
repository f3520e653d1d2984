import { expect, test } from 'vitest'
import {
  actsFor,
  admitsAtOnce,
  awaitedBy,
  awaiting,
  DEFAULT_SIDES,
  inForce,
  Sides,
  seatExists,
  standingAnew,
} from './people.ts'
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

test('[P5] a facilitator and an observer wait for every deciding side that has a co-chair, save the one that brings them', () => {
  const table = { sides: DEFAULT_SIDES, members: all }
  const advised = { sides: DEFAULT_SIDES.map(side => ({ ...side, decides: side.id === UNION })), members: all }
  expect([
    awaitedBy('facilitator', table, { bringer: fay }),
    awaitedBy('observer', table, { bringer: ana }),
    awaitedBy('observer', table, { bringer: ugo }),
    awaitedBy('observer', advised, { bringer: null }),
    awaitedBy('facilitator', { ...table, members: [fay] }, { bringer: null }),
    awaitedBy('guest', table, { bringer: null }),
  ]).toEqual([[UNION, MANAGEMENT], [MANAGEMENT], [UNION, MANAGEMENT], [UNION], [], []])
})

test('[P5] whoever is waited for is in force once no side is left', () => {
  const waiting = awaiting(fay, [UNION])
  expect([inForce(waiting), inForce(awaiting(waiting, [])), awaiting(waiting, [])]).toEqual([false, true, fay])
})

test('[P6] the first co-chair of a side has yet to accept those who are there; a second one changes nothing', () => {
  const chair = { ...mia, role: 'co-chair' as const }
  const without = all.map(one => (one === max ? mia : one)).filter((one, i, them) => them.indexOf(one) === i)
  const withOne = without.map(one => (one === mia ? chair : one))
  const anew = standingAnew({ sides: DEFAULT_SIDES, before: without, after: withOne })
  const second = standingAnew({ sides: DEFAULT_SIDES, before: withOne, after: [...withOne, max] })
  expect([anew, second]).toEqual([[awaiting(fay, [MANAGEMENT]), awaiting(obi, [MANAGEMENT])], []])
})

test('[P6] a side without a co-chair is waited for by nobody', () => {
  const before = all.map(one => (one === fay ? awaiting(fay, [UNION, MANAGEMENT]) : one))
  const after = before.filter(one => one !== ana)
  expect(standingAnew({ sides: DEFAULT_SIDES, before, after }).find(({ id }) => id === fay.id)?.awaits).toEqual([
    MANAGEMENT,
  ])
})
