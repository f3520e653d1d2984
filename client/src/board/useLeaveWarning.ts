import { useEffect } from 'react'
import type { BoardSession } from '../session/board-session.ts'

/** The browser asks before the page is left with something that neither the server nor this browser keeps. */
export const useLeaveWarning = (session: BoardSession): void => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.wouldLose()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [session])
}
