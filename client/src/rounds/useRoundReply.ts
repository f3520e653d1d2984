import type { Round } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useSession } from '../session/hooks.ts'
import { type Answer, type Pace, useReply } from '../session/useReply.ts'

/** Asked again when the page comes back into sight, and at no other pace. */
const IN_SIGHT: Pace<'round'> = () => null

/**
 * What the server tells me alone of a round: my own sealed answer, or my side's own result. Asked again when I answered, on
 * whatever device, and when I come back to this page: another one may have handed in.
 */
export const useRoundReply = ({ id: round, answered }: Round): Answer<'round'> => {
  const session = useSession()
  const [answer, reload] = useReply(
    'round',
    { params: { id: session.opened.board.id, round }, as: session.id },
    IN_SIGHT,
  )
  const hasAnswered = answered.has(session.id)
  const before = useRef(hasAnswered)
  useEffect(() => {
    if (hasAnswered && !before.current) void reload()
    before.current = hasAnswered
  }, [hasAnswered, reload])
  return answer
}
