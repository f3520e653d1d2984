import { type CardId, nameOnBoard } from '@jointly/board'
import { useEffect } from 'react'
import { useBoard, useSaveState, useSession } from '../../session/hooks.ts'
import { useReply } from '../../session/useReply.ts'

/** When each comment was said, as the server's log has it; asked again when another has come. What is not saved has no time. */
export const useSaid = (): ReadonlyMap<CardId, string> => {
  const { opened, place, id } = useSession()
  const { comments } = useBoard()
  const { document } = place
  const isSaved = useSaveState().is === 'saved'
  const [answer, reload] = useReply('comments', {
    params: { id: opened.board.id },
    query: { document: nameOnBoard(document) },
    as: id,
  })
  const count = comments.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more, or saved since: there is more to be told
  useEffect(() => {
    if (isSaved) void reload()
  }, [count, isSaved, reload])
  return answer.state === 'ready' ? new Map(Object.entries(answer.reply.said) as [CardId, string][]) : NONE
}

const NONE: ReadonlyMap<CardId, string> = new Map()
