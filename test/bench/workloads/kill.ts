import { setTimeout as sleep } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { wordsOf } from '../client/card.ts'
import { sit } from '../client/seat.ts'
import { OPENING, sitWriters } from '../client/writer.ts'
import type { Job } from './job.ts'

const WRITERS = 4
const BEAT_MS = 20
/** Longer than the 2 s after which Hocuspocus stores what nobody has changed since. */
const REST_MS = 2_500
const EARLIEST_MS = 500
const LATEST_MS = 3_000

/** What stands on each writer's card, by the writer's client id. */
export type Words = Record<number, string>

/** Four people type quickly, a watcher looks on, and at a random moment the server is killed: what has the watcher seen? */
export async function typeUntilKilled({ target, seed }: Job): Promise<Words> {
  const random = prng.create(seed)
  const seen = new Y.Doc()
  const dead = Promise.withResolvers<void>()
  await sit(target, { onUpdate: update => Y.applyUpdate(seen, update), onClose: dead.resolve })
  const writers = await sitWriters(WRITERS, target, { onClose: () => {} })
  // The cards and their first letters rest, so that a server that stores at all has stored them: a check on the adapters.
  await sleep(REST_MS)

  const typing = writers.map(writer => setInterval(writer.type, BEAT_MS))
  await sleep(prng.int32(random, EARLIEST_MS, LATEST_MS))
  process.kill(target.pid, 'SIGKILL')
  // What the server had already sent still arrives before the socket closes; the watcher sees that too.
  await dead.promise
  for (const timer of typing) clearInterval(timer)
  return words(seen)
}

/** What a fresh client reads after the restart. */
export async function readBack({ target }: Job): Promise<Words> {
  const doc = new Y.Doc()
  await sit(target, { onUpdate: update => Y.applyUpdate(doc, update) })
  return words(doc)
}

/** Jointly's server writes as well (a document's schema), and has no card. */
const words = (doc: Y.Doc): Words =>
  Object.fromEntries(
    [...doc.store.clients.keys()].map(client => [client, wordsOf(doc, client)]).filter(([, text]) => text !== ''),
  )

export type Loss = { seen: number; missing: number; restedMissing: number }

/** Each card is typed from left to right, so what is missing is all that comes after the first difference. */
export function loss(seen: Words, back: Words): Loss {
  const cards = Object.entries(seen).map(([client, before]) => {
    const kept = sharedStart(before, back[Number(client)] ?? '')
    const typed = before.length - OPENING
    return {
      seen: typed,
      missing: typed - Math.max(0, kept - OPENING),
      restedMissing: OPENING - Math.min(OPENING, kept),
    }
  })
  const total = (key: keyof Loss) => cards.reduce((sum, card) => sum + card[key], 0)
  return { seen: total('seen'), missing: total('missing'), restedMissing: total('restedMissing') }
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
