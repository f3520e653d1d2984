import { useCallback, useRef, useState } from 'react'

/**
 * Runs one action at a time: what is asked while it runs is dropped, so that Enter twice or a double click sends once.
 * State alone would be too late, as two presses can come before the next render. What the action throws is nobody's
 * expected refusal: it is thrown again while rendering, where the error boundary is.
 */
export const useOnce = (action: () => Promise<void>): readonly [run: () => Promise<void>, running: boolean] => {
  const busy = useRef(false)
  const latest = useRef(action)
  latest.current = action
  const [running, setRunning] = useState(false)

  const run = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setRunning(true)
    try {
      await latest.current()
    } catch (error) {
      setRunning(() => {
        throw error
      })
    } finally {
      busy.current = false
      setRunning(false)
    }
  }, [])

  return [run, running]
}
