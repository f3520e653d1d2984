import type { MoveRequest } from '@jointly/board'
import i18next from 'i18next'
import { useRef, useState } from 'react'
import { refusals } from '../i18n/en/refusals.ts'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { call, ProblemError } from './api.ts'
import type { BoardSession } from './board-session.ts'
import { useSession } from './hooks.ts'

const isMoveRefusal = (code: string): code is keyof typeof refusals.move => Object.hasOwn(refusals.move, code)

/** Why a move was not taken: what a rule says against it, else what became of the request. */
const refusalText = (error: unknown): string =>
  error instanceof ProblemError && isMoveRefusal(error.code)
    ? i18next.t(`refusals:move.${error.code}`)
    : problemSentence(error)

/**
 * Asks the server for a decision. It shows on every screen, this one too, when the minutes bring it; until then nothing
 * changes here. A refusal is said and answered with false.
 */
export const takeMove = async (session: BoardSession, move: MoveRequest): Promise<boolean> => {
  try {
    await call('move', { params: { id: session.opened.board.id }, body: move, as: session.id })
    return true
  } catch (error) {
    notify(refusalText(error), { kind: 'bad' })
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
