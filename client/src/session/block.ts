import { editingPaused, inForce, type Member, mayWrite, type Process } from '@jointly/board'

/** Why somebody cannot write on the board now; the screen says so in these words instead of showing dead buttons. */
export type Block = 'observer' | 'not_admitted' | 'not_accepted' | 'paused' | 'renewing'

/** A pause is kept a little ahead here, so that a keystroke on its way does not arrive after it and come back refused. */
export const PAUSE_AHEAD_MS = 750

export const blockOf = (at: { process: Process; me: Member; now: number; renewing: boolean }): Block | null => {
  if (!at.me.admitted || at.me.left) return 'not_admitted'
  if (!inForce(at.me)) return 'not_accepted'
  if (!mayWrite(at.me)) return 'observer'
  if (editingPaused(at.process, at.now + PAUSE_AHEAD_MS)) return 'paused'
  return at.renewing ? 'renewing' : null
}
