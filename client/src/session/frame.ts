/** How long a page in the background, which draws no frames, lets things wait. */
const UNSEEN_MS = 120

/** Runs something at most once a frame, however often it is asked for. */
export const everyFrame = (run: () => void): (() => void) => {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    const go = () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      waiting = false
      run()
    }
    const frame = requestAnimationFrame(go)
    const timer = setTimeout(go, UNSEEN_MS)
  }
}
