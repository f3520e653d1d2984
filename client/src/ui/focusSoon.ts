const TRY_FOR_MS = 2_000

/**
 * Puts the focus on what a selector finds: at once, so that the next letter is already in it, or as soon as it stands
 * there, since a face that is fetched first takes a moment. From a menu that closes, ask by `whenDrawn`.
 */
export const focusSoon = (selector: string): void => {
  const until = Date.now() + TRY_FOR_MS
  const look = () => {
    const found = document.querySelector<HTMLElement>(selector)
    if (found !== null) found.focus()
    else if (Date.now() < until) requestAnimationFrame(look)
  }
  look()
}
