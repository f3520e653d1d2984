import { documentOf, type MemberId } from '@jointly/board'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Desk, Page } from './desk.ts'
import { HOSTILE } from './hostile.ts'
import { crossedIn, forbidden, look } from './oracle.ts'
import { overstepped, standing, strangeWords } from './overstepped.ts'
import { seeds } from './seeds.ts'
import { playSession } from './session.ts'
import { difference } from './shown.ts'
import { TRESPASS } from './trespass.ts'

const ATTACKS = { ...HOSTILE, ...TRESPASS }
const STEPS = 150
/**
 * 515: what Yjs cleaned up of marks on an observer's screen was refused, and the observer with it. 844, 1743: a passage
 * ended with a letter that nobody has. 2303: a quote was cut within a sign.
 */
const HONEST = seeds({ usual: 250, known: [515, 844, 1743, 2303] })
const BOARDS = seeds({ usual: 6, known: [] })
const ROUNDS = 12
/** `pnpm fuzz` goes on, seed after seed, until so many updates were tried; otherwise the seeds above are all. */
const UPDATES = Number(process.env.FUZZ_UPDATES ?? 0)
const TIMEOUT_MS = UPDATES > 0 ? 2 * 3_600_000 : 300_000

/** These seeds, and while there are not enough, those behind them. */
function* seedsUntil(first: readonly number[], isEnough: () => boolean): Generator<number> {
  yield* first
  for (let seed = Math.max(...first) + 1; !isEnough(); seed++) yield seed
}

/** What is made of an honest update comes out differently each time, so it is tried more often. */
const tries = (name: string) => (name.includes('honest update') ? 30 : name in TRESPASS ? 4 : 2)

/** No update may keep everybody else waiting for longer. */
const LONGEST_MS = 2_000

test('[F2] the gate refuses nothing that honest people write', { timeout: TIMEOUT_MS }, () => {
  let offered = 0
  let sessions = 0
  let last = 0
  const wrong = seedsUntil(HONEST, () => offered >= UPDATES).flatMap(seed => {
    const session = playSession(seed, STEPS)
    sessions++
    last = seed
    offered += session.offered
    const differences = session.pages.flatMap(({ who, doc }) => {
      const found = difference(doc, session.desk.doc)
      return found === null ? [] : [`${who.name}: ${found}`]
    })
    const { refused } = session
    return refused.length === 0 && differences.length === 0 ? [] : [{ seed, refused, differences }]
  })
  expect([...wrong]).toEqual([])
  console.log(`honest: ${sessions} sessions, seeds to ${last}, ${offered} updates, none refused`)
})

test('[F2] nor what a client writes that is not ours and cleans up marks by itself', () => {
  const wrong = HONEST.flatMap(seed => {
    const { refused } = playSession(seed, STEPS, { stock: true })
    return refused.length === 0 ? [] : [{ seed, refused }]
  })
  expect(wrong).toEqual([])
})

type Tally = { tried: number; refused: number }

test('[F3] nothing forbidden comes through the gate, and it neither throws nor hangs', { timeout: TIMEOUT_MS }, () => {
  const tally = Object.fromEntries(Object.keys(ATTACKS).map(name => [name, { tried: 0, refused: 0 }]))
  const tried = () => Object.values(tally).reduce((sum, one) => sum + one.tried, 0)
  let last = 0
  const escapes = [
    ...seedsUntil(BOARDS, () => tried() >= UPDATES).flatMap(seed => {
      last = seed
      return attackBoard(seed, tally)
    }),
  ]
  console.log(`hostile: seeds to ${last}, ${tried()} updates, ${escapes.length} escapes\n${tableOf(tally)}`)
  expect(escapes.slice(0, 20)).toEqual([])
})

const tableOf = (tally: Record<string, Tally>) =>
  Object.entries(tally)
    .map(([name, { tried, refused }]) => `  ${name}: ${tried}, refused ${refused}`)
    .join('\n')

/** The update stands beside what escaped: ids are drawn anew each time, and a seed alone would not bring it back. */
type Escape = { readonly name: string; readonly seed: number; readonly escaped: string[]; readonly update: string }

const attackBoard = (seed: number, tally: Record<string, Tally>): Escape[] => {
  const { desk, pages } = playSession(seed, 60)
  const random = prng.create(seed + 1_000_000)
  const page = prng.oneOf(random, pages.slice(0, -1)) // the last one only reads
  const [theirs = 0] = [...desk.claims].find(([, member]) => member !== page.who.id) ?? []
  const found: Escape[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const honest = nextUpdate(page)
    const attack = { random, doc: desk.doc, who: page.who, mine: page.doc.clientID, theirs, honest }
    for (const [name, make] of Object.entries(ATTACKS))
      for (let again = 0; again < tries(name); again++) {
        const update = make({ ...attack, doc: desk.doc })
        const escaped = update === null ? [] : attempt(desk, update, page, tally[name] as Tally)
        if (escaped.length > 0)
          found.push({
            name,
            seed,
            escaped,
            update: Buffer.from(update ?? [])
              .toString('base64')
              .slice(0, 2_000),
          })
      }
    // After all of that the attacker's own page goes on as if nothing had been.
    const taken = desk.accept(honest, page.who)
    if ('refused' in taken) found.push({ name: 'the honest update', seed, escaped: [taken.refused], update: '' })
  }
  return found
}

/** The next thing that the attacker's own page would send. */
const nextUpdate = (page: Page): Uint8Array => {
  for (;;) {
    page.act()
    const [update, ...more] = page.takeOwn()
    if (update !== undefined) return more.length === 0 ? update : Y.mergeUpdates([update, ...more])
  }
}

/** What was wrong with the board after this update was offered; the desk is as before. */
const attempt = (desk: Desk, update: Uint8Array, { who }: Page, tally: Tally): string[] => {
  const before = lookedAt(desk)
  const owners = new Map<number, MemberId>(desk.claims)
  const mayUse = (client: number) => (owners.get(client) ?? who.id) === who.id
  const { doc } = desk
  const rows = desk.log.length
  let isTouched = false
  const touch = () => {
    isTouched = true
  }
  doc.on('beforeTransaction', touch)
  tally.tried++
  const started = performance.now()
  try {
    const taken = desk.accept(update, who)
    const ms = performance.now() - started
    const slow = ms > LONGEST_MS ? [`took ${Math.round(ms)} ms`] : []
    if ('refused' in taken) tally.refused++
    // Refused before anything was tried: the board is the very one that was looked at.
    if ('refused' in taken && !isTouched && desk.doc === doc) return slow
    return [
      ...forbidden(before.seen, look(desk.doc), { ...who, mayUse }),
      ...overstepped(before.stood, desk.doc, { who, now: desk.now }),
      ...strangeWords(desk.doc),
      ...('refused' in taken ? [] : differing(desk)),
      ...slow,
    ]
  } catch (error) {
    return [`threw ${(error as Error).stack?.split('\n').slice(0, 4).join(' ')}`]
  } finally {
    doc.off('beforeTransaction', touch)
    desk.forgetFrom(rows, owners)
  }
}

/** A board as it stands, looked at once until another row is on it: every attempt is taken back. */
const lookedAt = (desk: Desk): Look => {
  const known = looks.get(desk)
  if (known?.rows === desk.log.length) return known
  const made = { rows: desk.log.length, seen: look(desk.doc), stood: standing(desk.doc) }
  looks.set(desk, made)
  return made
}
type Look = {
  readonly rows: number
  readonly seen: ReturnType<typeof look>
  readonly stood: ReturnType<typeof standing>
}
const looks = new WeakMap<Desk, Look>()

/** Whether those who come later, or replay the log, see what those see who were here. */
const differing = ({ doc, log }: Desk): string[] => {
  const replayed = documentOf(log)
  const joined = documentOf([Y.encodeStateAsUpdate(doc)])
  return [
    ...(difference(replayed, doc) === null ? [] : ['a replay differs']),
    ...(difference(joined, doc) === null ? [] : ['who joins sees something else']),
    ...crossedIn(doc).map(item => `${item} is out of order`),
  ]
}
