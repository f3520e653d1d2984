/** What somebody is ready to wait for. Rejects when the time is over, or as the thing itself does. */
export const within = <T>(ms: number, what: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms)
    what()
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })

/** How long somebody looks at an empty page before they are shown what there is. */
const PATIENCE_MS = 4_000

export const passed = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Whether there is nothing better to show than what was kept here, known as soon as it is: the server is not reached.
 * `held`: whether there is something kept of each document.
 */
export const keptAlone = async (
  held: readonly Promise<boolean>[],
  synced: Promise<unknown>,
  { answered }: { readonly answered: boolean },
): Promise<boolean> => {
  if (!(await Promise.all(held)).every(Boolean)) return false
  return !answered || Promise.race([synced.then(() => false), passed(PATIENCE_MS).then(() => true)])
}

/** The browser says whether there is a network at all; answers with how to stop listening. */
export const onNetworkChange = (listener: (there: boolean) => void): (() => void) => {
  const stop = new AbortController()
  for (const event of ['online', 'offline'] as const)
    addEventListener(event, () => listener(event === 'online'), { signal: stop.signal })
  return () => stop.abort()
}
