import { MOVE_REFUSALS, type MoveRefusal, type MoveRequest } from '@jointly/board'
import i18next from 'i18next'
import { useRef, useState } from 'react'
import { withWords } from '../i18n/language.ts'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { call, ProblemError } from './api.ts'
import type { BoardSession } from './board-session.ts'
import { useSession } from './hooks.ts'

const isMoveRefusal = (code: string): code is MoveRefusal => MOVE_REFUSALS.some(known => known === code)

/**
 * Why a move was not taken: what a rule says against it, else what became of the request. The sentences are fetched with the
 * first refusal; where they cannot be, what the problem itself says stands for them.
 */
const refusalText = async (error: unknown): Promise<string> => {
  if (!(error instanceof ProblemError && isMoveRefusal(error.code))) return problemSentence(error)
  const { code } = error
  return await withWords('refused', Promise.resolve()).then(
    () => i18next.t(`refused:${code}`),
    () => problemSentence(error),
  )
}

/**
 * Asks the server for a decision. It shows on every screen, this one too, when the minutes bring it; until then nothing
 * changes here. A refusal is said and answered with false.
 */
export const takeMove = async (session: BoardSession, move: MoveRequest): Promise<boolean> => {
  try {
    await call('move', { params: { id: session.opened.board.id }, body: move, as: session.id })
    return true
  } catch (error) {
    notify(await refusalText(error), { kind: 'bad' })
    return false
  }
}

/** `take` asks for a decision, one at a time: a second press while the answer is on its way asks nothing. */
export const useMove = (): { take: (move: MoveRequest) => Promise<boolean>; isPending: boolean } => {
  const session = useSession()
  const busy = useRef(false)
  const [isPending, setPending] = useState(false)
  const take = async (move: MoveRequest) => {
    if (busy.current) return false
    busy.current = true
    setPending(true)
    try {
      return await takeMove(session, move)
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { take, isPending }
}
