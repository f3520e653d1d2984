const KEY = 'jointly.reloaded-for-parts'
const ONCE_PER_MS = 60_000

/**
 * A page that was open while the server was updated asks for parts (hashed files) that are gone. Reloading brings the new
 * page; it happens at most once a minute, so that a part that is missing for another reason does not reload for ever and
 * reaches the error page instead. Without a line nothing is reloaded: the page that is open is worth more than one that
 * cannot come.
 */
export const reloadForMissingParts = (): void => {
  addEventListener('vite:preloadError', () => void reloadOnce())
}

const reloadOnce = async (): Promise<void> => {
  const page = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  if (page?.ok !== true) return
  try {
    const last = Number(sessionStorage.getItem(KEY))
    if (Date.now() - last < ONCE_PER_MS) return
    sessionStorage.setItem(KEY, String(Date.now()))
  } catch {
    // Without storage nothing would stop a second reload: let the error page show.
    return
  }
  location.reload()
}
