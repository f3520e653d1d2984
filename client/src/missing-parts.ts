const KEY = 'jointly.reloaded-for-parts'
const ONCE_PER_MS = 60_000

/**
 * A page that was open while the server was updated asks for parts (hashed files) that are gone. Reloading brings the new
 * page; it happens at most once a minute, so that a part that is missing for another reason does not reload for ever and
 * reaches the error page instead.
 */
export const reloadForMissingParts = (): void => {
  addEventListener('vite:preloadError', event => {
    try {
      const last = Number(sessionStorage.getItem(KEY))
      if (Date.now() - last < ONCE_PER_MS) return
      sessionStorage.setItem(KEY, String(Date.now()))
    } catch {
      // Without storage nothing would stop a second reload: let the error page show.
      return
    }
    event.preventDefault()
    location.reload()
  })
}
