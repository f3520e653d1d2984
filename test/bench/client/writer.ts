import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { putCard } from './card.ts'
import { type Listening, sit, type Target } from './seat.ts'

const LETTERS = 'the quick brown fox jumps over the lazy dog '
const letter = (place: number) => LETTERS.charAt(place % LETTERS.length)
/** Typed through Yjs before the hand-written bytes take over, which are compared with the last of these. */
export const OPENING = 3

/** No card takes 20,000 letters. */
const FULL = 15_000

/** Somebody who types at the end of a card of their own, and clears it whenever it is full. */
export type Writer = {
  client: number
  /** Sends one character as one update and gives that character's clock. */
  type: () => number
}

export async function sitWriter(target: Target, listening?: Listening): Promise<Writer> {
  const seat = await sit(target, listening)
  const doc = new Y.Doc()
  const client = doc.clientID
  let last: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => {
    last = update
    seat.send(update)
  })
  const text = putCard(doc, target.author)
  for (let place = 0; place < OPENING; place += 1) text.insert(place, letter(place))

  let clock = Y.getState(doc.store, client)
  const ours = appended({ client, clock: clock - 1, letter: letter(OPENING - 1) })
  if (Buffer.compare(last, ours) !== 0) throw new Error('the bench no longer writes what Yjs would write')
  let typed = OPENING
  let cleared = clock

  return {
    client,
    type: () => {
      if (clock - cleared === FULL) {
        // The last letter stays, as the place to type at.
        seat.send(deleted({ client, clock: cleared, length: FULL - 1 }))
        cleared = clock
      }
      seat.send(appended({ client, clock, letter: letter(typed) }))
      typed += 1
      clock += 1
      return clock - 1
    },
  }
}

export function sitWriters(count: number, target: Target, listening?: Listening): Promise<Writer[]> {
  return Promise.all(Array.from({ length: count }, () => sitWriter(target, listening)))
}

/** A string item with an origin, in the first byte of a struct. */
const STRING_AFTER = 0x84

/**
 * The bytes of `text.insert(text.length, letter)`: one struct, whose origin is the character before it, and no deletions.
 * Written by hand because the load generator shares two cores with the server: 1 microsecond instead of 7 to 16.
 */
function appended({ client, clock, letter }: { client: number; clock: number; letter: string }): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeUint8(encoder, STRING_AFTER)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock - 1)
  encoding.writeVarString(encoder, letter)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

function deleted({ client, clock, length }: { client: number; clock: number; length: number }): Uint8Array {
  const encoder = encoding.createEncoder()
  // No structs; of one client one range of deletions.
  for (const number of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}
