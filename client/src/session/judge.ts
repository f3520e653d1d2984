import {
  actOfDeed,
  actRefusal,
  circumstances,
  type Deed,
  isWritingOff,
  type Member,
  type Process,
} from '@jointly/board'
import type * as Y from 'yjs'
import { type Block, blockOf } from './block.ts'
import type { BoardSession } from './board-session.ts'
import { serverNow } from './clock.ts'
import type { UnsentReason } from './unsent.ts'
import type { Wording } from './wording.ts'

/** What the server would call it that keeps one from writing at all. */
const AS_REFUSED: Record<Block, UnsentReason> = {
  observer: 'read_only',
  not_admitted: 'read_only',
  not_accepted: 'read_only',
  rules: 'rules_not_acknowledged',
  paused: 'editing_paused',
  writing_off: 'writing_off',
  renewing: 'closed',
}

/** Whether the stage that alone is open now leaves no room for wording this. */
export const isClosedTo = ({ copy, me, circumstances }: BoardSession, wording: Wording | null): boolean => {
  const act = wording && actOfDeed(copy.doc, { did: 'worded', place: wording.id, from: [], to: [] })
  return act !== null && actRefusal(me, act, circumstances.get()) === 'stage_only'
}

/** Why the gate would refuse a deed now, as the minutes have it here; null where it would let it through. */
export const deedRefusal = (
  doc: Y.Doc,
  deed: Deed,
  { process, me }: { process: Process; me: Member },
): UnsentReason | null => {
  const now = serverNow()
  const block = blockOf({ process, me, now, writingOff: isWritingOff(doc), renewing: false })
  if (block !== null) return AS_REFUSED[block]
  const act = actOfDeed(doc, deed)
  return act === null ? 'unknown_place' : actRefusal(me, act, circumstances(process, now))
}
