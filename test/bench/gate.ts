import { documentOf, postCard, UNBOUND } from '@jointly/board'
import { emptyBoard, people, words } from '@jointly/board/testing'
import { flawOf, inspect } from '@jointly/server/gate'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { median, type Part } from './part.ts'
import { sizes } from './workloads/job.ts'

const OURS = 'Jointly'
const CARDS = 2_000
const WORDS = 30
const WARM_UP = 2_000
const { ana } = people

/** What the gate adds to one keystroke on a board of 2,000 cards, in this very process: no socket and no disk is in it. */
export const gate: Part = async ({ peers, size, seed }) => {
  if (peers.every(({ name }) => name !== OURS)) return new Map()
  const { withGate, without } = measure({ keystrokes: size === sizes.quick ? 3_000 : 20_000, seed })
  const [slow, fast] = [median(withGate), median(without)]
  console.log(`  applied ${fast.toFixed(1)} µs, through the gate ${slow.toFixed(1)} µs (medians)`)
  return new Map([
    [
      OURS,
      [
        { label: 'gate, adds µs', value: slow - fast, digits: 1, compared: false },
        { label: 'gate, times applying', value: slow / fast, digits: 1, compared: false },
      ],
    ],
  ])
}

/** Microseconds of each keystroke, by turns on two equal copies: one applies it as it comes, the other asks the gate. */
const measure = ({ keystrokes, seed }: { keystrokes: number; seed: number }) => {
  const random = prng.create(seed)
  const { page, cards } = fullBoard()
  const state = Y.encodeStateAsUpdate(page)
  const [bare, guarded] = [documentOf([state]), documentOf([state])]
  const transactions: Y.Transaction[] = []
  guarded.on('update', (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
    transactions.push(transaction),
  )
  const owners = new Map([[page.clientID, ana.id]])
  const ownerOf = (client: number) => owners.get(client)
  const through = (update: Uint8Array) => {
    const verdict = inspect({ doc: guarded, update, member: ana, ownerOf, readOnly: null, now: UNBOUND })
    if (!('update' in verdict)) throw new Error('a keystroke was not let through')
    Y.applyUpdate(guarded, verdict.update)
    if (flawOf(guarded, transactions.splice(0)) !== null) throw new Error('a keystroke was refused')
  }
  const [withGate, without]: [number[], number[]] = [[], []]
  page.on('update', (update: Uint8Array) => {
    without.push(microseconds(() => Y.applyUpdate(bare, update)))
    withGate.push(microseconds(() => through(update)))
  })
  for (let i = 0; i < WARM_UP + keystrokes; i++) {
    const text = words(page, prng.oneOf(random, cards))
    text.insert(prng.int32(random, 0, text.length), prng.letter(random))
  }
  return { withGate: withGate.slice(WARM_UP), without: without.slice(WARM_UP) }
}

const fullBoard = () => {
  const page = emptyBoard()
  const text = Array.from({ length: WORDS }, (_, i) => `word${i}`).join(' ')
  const cards = Array.from({ length: CARDS }, (_, i) =>
    postCard(page, {
      by: ana.id,
      side: ana.side,
      kind: 'interest',
      text,
      pos: { x: 300 * (i % 40), y: 200 * (i / 40) },
    }),
  )
  return { page, cards }
}

const microseconds = (act: () => void): number => {
  const started = performance.now()
  act()
  return (performance.now() - started) * 1000
}
