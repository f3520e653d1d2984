import type { MemberId } from '@jointly/board'
import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Desk, Page } from './desk.ts'
import { type Attack, HOSTILE } from './hostile.ts'
import { forbidden, look } from './oracle.ts'
import { seeds } from './seeds.ts'
import { playSession } from './session.ts'
import { shown } from './shown.ts'

const STEPS = 150
const HONEST = seeds({ usual: 300, known: [] })
const BOARDS = seeds({ usual: 6, known: [] })
const ROUNDS = 12

/** No update may keep everybody else waiting for longer. */
const LONGEST_MS = 2_000

test('[F2] the gate refuses nothing that honest people write', () => {
  let offered = 0
  const wrong = HONEST.flatMap(seed => {
    const session = playSession(seed, STEPS)
    offered += session.offered
    const texts = new Set([session.desk.doc, ...session.pages.map(({ doc }) => doc)].map(shown))
    return session.refused.length === 0 && texts.size === 1
      ? []
      : [{ seed, refused: session.refused, texts: texts.size }]
  })
  console.log(`honest: ${HONEST.length} sessions, ${offered} updates`)
  expect(wrong).toEqual([])
})

type Tally = { tried: number; refused: number }

test('[F3] nothing forbidden comes through the gate, and it neither throws nor hangs', () => {
  const tally = Object.fromEntries(Object.keys(HOSTILE).map(name => [name, { tried: 0, refused: 0 }]))
  const escapes = BOARDS.flatMap(seed => attackBoard(seed, tally))
  const tried = Object.values(tally).reduce((sum, one) => sum + one.tried, 0)
  if (process.env.DBG)
    for (const e of escapes as any[])
      if (e.update.length < 1000)
        console.log(
          'ESC',
          e.name,
          e.escaped,
          e.update,
          JSON.stringify(
            Y.decodeUpdate(Buffer.from(e.update, 'base64')).structs.map((x: any) => [
              x.id.client,
              x.id.clock,
              x.length,
              x.parent,
              x.parentSub,
              x.content?.constructor.name,
              x.content,
              x.origin,
              x.rightOrigin,
            ]),
          ),
        )
  console.log(`hostile: ${BOARDS.length} boards, ${tried} updates\n${tableOf(tally)}`)
  if (process.env.DBG) {
    const c: Record<string, number> = {}
    for (const e of escapes as any[]) {
      const k =
        e.name +
        ' | ' +
        (e.escaped ?? [e.refused])
          .join('; ')
          .replaceAll(/[-\w]{21}/g, 'ID')
          .replaceAll(/\d{5,}/g, 'N')
          .slice(0, 260)
      c[k] = (c[k] ?? 0) + 1
    }
    console.log('DBG', JSON.stringify(c, null, 1))
  }
  expect(escapes.slice(0, 20)).toEqual([])
})

const tableOf = (tally: Record<string, Tally>) =>
  Object.entries(tally)
    .map(([name, { tried, refused }]) => `  ${name}: ${tried}, refused ${refused}`)
    .join('\n')

const attackBoard = (seed: number, tally: Record<string, Tally>) => {
  const { desk, pages } = playSession(seed, 60)
  const random = prng.create(seed + 1_000_000)
  const page = pages[0] as Page
  const [theirs = 0] = [...desk.claims].find(([, member]) => member !== page.who.id) ?? []
  const found: unknown[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const honest = nextUpdate(page)
    for (const [name, make] of Object.entries(HOSTILE))
      for (let again = 0; again < (name.includes('honest') ? 30 : 2); again++) {
        const attack: Attack = {
          random,
          doc: desk.doc,
          who: page.who,
          mine: page.doc.clientID,
          theirs,
          honest,
        }
        const update = make(attack)
        if (update === null) continue
        const escaped = attempt(desk, update, page, tally[name] as Tally)
        if (escaped.length > 0)
          found.push({ name, seed, round, escaped, update: Buffer.from(update).toString('base64') })
      }
    const taken = desk.accept(honest, page.who)
    if ('refused' in taken) found.push({ name: 'the honest update', seed, round, ...taken })
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
  const before = look(desk.doc)
  const owners = new Map<number, MemberId>(desk.claims)
  const mayUse = (client: number) => (owners.get(client) ?? who.id) === who.id
  const rows = desk.log.length
  tally.tried++
  const started = performance.now()
  try {
    const taken = desk.accept(update, who)
    const ms = performance.now() - started
    if ('refused' in taken) tally.refused++
    return [
      ...forbidden(before, look(desk.doc), { ...who, mayUse }),
      ...('refused' in taken ? [] : differing(desk)),
      ...(ms > LONGEST_MS ? [`took ${Math.round(ms)} ms`] : []),
    ]
  } catch (error) {
    return [`threw ${(error as Error).stack?.split('\n').slice(0, 4).join(' ')}`]
  } finally {
    desk.forgetFrom(rows, owners)
  }
}

/** Whether those who come later, or replay the log, see what those see who were here. */
const differing = ({ doc, log }: Desk): string[] => {
  const [replayed, joined] = [new Y.Doc(), new Y.Doc()]
  for (const bytes of log) Y.applyUpdate(replayed, bytes)
  Y.applyUpdate(joined, Y.encodeStateAsUpdate(doc))
  const now = shown(doc)
  return [
    ...(shown(replayed) === now ? [] : ['a replay differs']),
    ...(shown(joined) === now ? [] : ['who joins sees something else']),
  ]
}
