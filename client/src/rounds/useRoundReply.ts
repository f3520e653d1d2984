import type { Round } from '@jointly/board'
import { useSession } from '../session/hooks.ts'
import { type Answer, useReply } from '../session/useReply.ts'

/** What the server tells me alone of a round: my own sealed answer, or my side's own result. */
export const useRoundReply = ({ id: round }: Round): Answer<'round'> => {
  const session = useSession()
  const [answer] = useReply('round', { params: { id: session.opened.board.id, round }, as: session.id })
  return answer
}
