import { useEffect } from 'react'
import type { BoardSession } from '../session/board-session.ts'

/** The browser asks before the page is left with something that the server does not have yet. */
export const useLeaveWarning = (session: BoardSession): void => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.hasUnsaved()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [session])
}
