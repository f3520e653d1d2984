import { type MoveRequest, refusalOf } from '@jointly/board'
import { useMe, useProcess, useSession } from './hooks.ts'

/** Whether the rule would take this move of mine now: nobody sees a control that is not theirs. */
export const useMay = (): ((move: MoveRequest) => boolean) => {
  const session = useSession()
  const process = useProcess()
  const me = useMe()
  return move => refusalOf({ process, board: session.view.get(), member: me, move }) === null
}
