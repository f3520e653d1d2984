/** A tab's turn at something that one tab of a browser does at a time. */
export type Turn = {
  /** Whether it was free when one came. */
  readonly atOnce: Promise<boolean>
  /** Resolves when it is this tab's turn: at once, or when the tab that has it closes. */
  readonly mine: Promise<void>
  readonly give: () => void
}

export const takeTurn = (name: string): Turn => {
  const atOnce = Promise.withResolvers<boolean>()
  const mine = Promise.withResolvers<void>()
  const given = Promise.withResolvers<void>()
  const waiting = new AbortController()
  const hold = () => {
    mine.resolve()
    return given.promise
  }
  const ask = async () => {
    const isFree = await new Promise<boolean>((resolve, reject) => {
      navigator.locks
        .request(name, { ifAvailable: true }, lock => {
          resolve(lock !== null)
          return lock === null ? undefined : hold()
        })
        .catch(reject)
    })
    atOnce.resolve(isFree)
    if (!isFree) await navigator.locks.request(name, { signal: waiting.signal }, hold)
  }
  // Refused (no storage in this context), or given up while waiting: it is never this tab's turn.
  ask().catch(() => atOnce.resolve(false))
  return {
    atOnce: atOnce.promise,
    mine: mine.promise,
    give: () => {
      waiting.abort()
      given.resolve()
    },
  }
}
