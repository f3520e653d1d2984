import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * Both wires carry the y-protocols: 0 is a sync message (0 state vector, 1 its answer, 2 an update). Hocuspocus puts the
 * document's name before each message, wants a token (any) before it answers, and marks an answer it sends unasked with
 * 4 instead of 0. It also acknowledges each update with message 8, which says "applied", not "stored".
 */
export type WireName = 'y-websocket' | 'hocuspocus'
export type Message = { kind: 'asks' } | { kind: 'answers' | 'updates'; update: Uint8Array }

const SYNC = 0
const AUTH = 2
const SYNC_REPLY = 4
const TOKEN = 0
const STATE_VECTOR = 0
const ANSWER = 1
const UPDATE = 2
/** Empty maps encode as one zero byte each: no clients in a state vector, no structs and no deletions in an update. */
const NOTHING_KNOWN = new Uint8Array([0])
const NOTHING_TO_ADD = new Uint8Array([0, 0])

type Address = { wire: WireName; document: string }

function open({ wire, document }: Address): encoding.Encoder {
  const encoder = encoding.createEncoder()
  if (wire === 'hocuspocus') encoding.writeVarString(encoder, document)
  return encoder
}

function sync(address: Address, step: number, body: Uint8Array): Uint8Array {
  const encoder = open(address)
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

function token(address: Address): Uint8Array {
  const encoder = open(address)
  encoding.writeVarUint(encoder, AUTH)
  encoding.writeVarUint(encoder, TOKEN)
  encoding.writeVarString(encoder, 'bench')
  return encoding.toUint8Array(encoder)
}

export const hello = (address: Address): Uint8Array[] => {
  const ask = sync(address, STATE_VECTOR, NOTHING_KNOWN)
  return address.wire === 'hocuspocus' ? [token(address), ask] : [ask]
}

/** Everybody joins with an empty copy, so the answer to the server's question is always the same. */
export const nothingToAdd = (address: Address): Uint8Array => sync(address, ANSWER, NOTHING_TO_ADD)

export const updateFrame = (address: Address, update: Uint8Array): Uint8Array => sync(address, UPDATE, update)

/** Undefined for what the bench does not look at: presence, acknowledgements, the answer to the token. */
export function read(wire: WireName, frame: Uint8Array): Message | undefined {
  const decoder = decoding.createDecoder(frame)
  if (wire === 'hocuspocus') decoding.readVarUint8Array(decoder)
  const type = decoding.readVarUint(decoder)
  if (type !== SYNC && type !== SYNC_REPLY) return undefined
  const step = decoding.readVarUint(decoder)
  if (step === STATE_VECTOR) return { kind: 'asks' }
  return { kind: step === ANSWER ? 'answers' : 'updates', update: decoding.readVarUint8Array(decoder) }
}
