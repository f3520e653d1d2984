/** Does something while nobody waits for anything: at the latest some seconds from now. */
export const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 4_000 })
  else setTimeout(act, 1_000)
}
