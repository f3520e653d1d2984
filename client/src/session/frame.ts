/** How long a page in the background, which draws no frames, lets things wait. */
const UNSEEN_MS = 120

const waiting = new Set<() => void>()

const wait = (): void => {
  const go = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    const runs = [...waiting]
    waiting.clear()
    for (const run of runs)
      try {
        run()
      } catch (error) {
        reportError(error) // and the others have their turn
      }
  }
  const frame = requestAnimationFrame(go)
  const timer = setTimeout(go, UNSEEN_MS)
}

/** Runs something at most once a frame, however often it is asked for; all that waits for a frame is drawn in one go. */
export const everyFrame = (run: () => void) => (): void => {
  if (waiting.size === 0) wait()
  waiting.add(run)
}
