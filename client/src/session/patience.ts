/** What somebody is ready to wait for. Rejects when the time is over, or as the thing itself does. */
export const within = <T>(ms: number, what: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms)
    what()
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })

/** How long somebody looks at an empty page before they are shown what there is. */
export const PATIENCE_MS = 4_000

export const passed = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
