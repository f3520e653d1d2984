/** The first board has the line and the machine to itself. */
const LATER_MS = 5_000

/** Asks for the built page itself to be kept as well (`worker/shell.ts`): a copy that no page can show is of no use. */
export const keepShell = (): void => {
  // The dev server has no build to keep. On plain http there is no service worker; then the page needs the line.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without it everything works but a reload while the server is not reached.
  setTimeout(() => navigator.serviceWorker.register('/sw.js').catch(() => {}), LATER_MS)
}
