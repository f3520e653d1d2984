import { MESSAGE, SYNC } from '@jointly/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Frames of the y-websocket protocol: one message each, `varUint type` and what belongs to it. */

const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const sync = (step: number, payload: Uint8Array) =>
  frame(MESSAGE.sync, encoder => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })

export const step1Frame = (stateVector: Uint8Array) => sync(SYNC.step1, stateVector)
export const step2Frame = (update: Uint8Array) => sync(SYNC.step2, update)
export const updateFrame = (update: Uint8Array) => sync(SYNC.update, update)
export const savedFrame = (count: number) => frame(MESSAGE.saved, encoder => encoding.writeVarUint(encoder, count))

/** What a client says of itself, as the awareness protocol carries it: `state` null takes it away. */
export type PresenceEntry = { readonly client: number; readonly clock: number; readonly state: unknown }

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  frame(MESSAGE.awareness, encoder =>
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode(inner => {
        encoding.writeVarUint(inner, entries.length)
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(inner, client)
          encoding.writeVarUint(inner, clock)
          encoding.writeVarString(inner, JSON.stringify(state))
        }
      }),
    ),
  )

/** A message that says nothing. The stock provider hangs up after 30 s without a message; pings do not count. */
export const KEEP_ALIVE = presenceFrame([])

export type Incoming =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  /** `answer`: the step 2 with which a client answers our step 1: all that it holds and we do not. */
  | { readonly kind: 'update' | 'answer'; readonly update: Uint8Array }
  /** `longest`: of the states as they came, letters of JSON. */
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[]; readonly longest: number }
  | { readonly kind: 'query-presence' }

const readPresence = (bytes: Uint8Array): Omit<Extract<Incoming, { kind: 'presence' }>, 'kind'> => {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  // An entry takes three bytes at least: a header that claims more than there is cannot make us allocate.
  if (count > bytes.length / 3) throw new Error('more entries than bytes')
  let longest = 0
  const entries = Array.from({ length: count }, () => {
    const [client, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
    const written = decoding.readVarString(decoder)
    longest = Math.max(longest, written.length)
    return { client, clock, state: JSON.parse(written) as unknown }
  })
  return { entries, longest }
}

/** One frame as what it says, or null where it is none of ours. Never throws. */
export const readFrame = (bytes: Uint8Array): Incoming | null => {
  try {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.queryAwareness) return { kind: 'query-presence' }
    if (type === MESSAGE.awareness) return { kind: 'presence', ...readPresence(decoding.readVarUint8Array(decoder)) }
    if (type !== MESSAGE.sync) return null
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1) return { kind: 'step1', stateVector: payload }
    if (step === SYNC.step2) return { kind: 'answer', update: payload }
    return step === SYNC.update ? { kind: 'update', update: payload } : null
  } catch {
    // Not a frame. The caller closes with a named code; there is nothing else to know about it.
    return null
  }
}
