import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Screen } from '../world.ts'
import type { Committed } from './witness.ts'

/**
 * The messages that a socket with `?saved=1` carried (answers to the server's step 1, and updates), counted as the server
 * counts them, and what it says of them (message type 100): none may be called saved that is not on the disk.
 */
export const countSaved = (
  { doc, provider }: Screen,
  { document, committed, found }: { document: string; committed: Committed; found: string[] },
): { readonly allSaved: () => boolean } => {
  /** Up to which clock each message says what this page wrote. */
  let sent: number[] = []
  let saved = 0
  const { 0: sync } = provider.messageHandlers
  provider.messageHandlers[0] = (encoder, decoder, ...rest) => {
    if (decoding.peekVarUint(decoder) === 0) sent.push(Y.getState(doc.store, doc.clientID))
    sync?.(encoder, decoder, ...rest)
  }
  provider.messageHandlers[100] = (_encoder, decoder) => {
    saved = decoding.readVarUint(decoder)
    const clock = sent[saved - 1]
    const onDisk = committed.get(document)?.get(doc.clientID) ?? 0
    if (clock === undefined || clock > onDisk)
      found.push(`${saved} of ${sent.length} saved: ${clock}, on disk ${onDisk}`)
  }
  provider.on('status', () => {
    sent = []
    saved = 0
  })
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin === provider || !provider.wsconnected) return
    sent.push(Y.parseUpdateMeta(bytes).to.get(doc.clientID) ?? 0)
  })
  return { allSaved: () => sent.length === saved }
}
