import { hasAnswered, type Round } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useMe, useSession } from '../session/hooks.ts'
import { type Answer, isPassing, type Pace, useReply } from '../session/useReply.ts'

const AGAIN_MS = 2_000
const AGAIN_MOST_MS = 15_000

/** Asked again when the page comes back into sight, and while the server cannot be reached. */
const whileAway: Pace<'round'> = (answer, round) => {
  const error = answer.state === 'failed' ? answer.error : answer.state === 'ready' ? answer.stale : null
  return error !== null && isPassing(error) ? Math.min(AGAIN_MS * 1.5 ** round, AGAIN_MOST_MS) : null
}

/**
 * What the server tells me alone of a round: my own sealed answer, or my side's own result; and how to ask anew. Asked again
 * when I answered, on whatever device, and when I come back to this page: another one may have handed in.
 */
export const useRoundReply = (round: Round): readonly [answer: Answer<'round'>, reload: () => Promise<void>] => {
  const session = useSession()
  const [answer, reload] = useReply(
    'round',
    { params: { id: session.opened.board.id, round: round.id }, as: session.id },
    whileAway,
  )
  const has = hasAnswered(round, useMe())
  const before = useRef(has)
  useEffect(() => {
    if (has && !before.current) void reload()
    before.current = has
  }, [has, reload])
  // I have handed in since, and the server could not be asked for it: to go on from nothing would take its place.
  const isBehind = answer.state === 'ready' && answer.stale !== null && has && answer.reply.mine === null
  return [isBehind && answer.stale !== null ? { state: 'failed', error: answer.stale } : answer, reload]
}
