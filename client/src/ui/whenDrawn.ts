/**
 * Runs an act once what changed now stands on the screen. A menu or dialog that closes gives the focus back in the next
 * frame: what wants the focus itself waits for that.
 */
export const whenDrawn = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
