/** Something that can be read now and watched; what `useSyncExternalStore` wants. */
export type Readable<T> = {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}

export type Store<T> = Readable<T> & { readonly set: (next: T) => void }

/** What a store holds, seen in another way: made once for each value. */
export const seenAs = <T>(store: Readable<T>, as: (value: T) => T): Readable<T> => {
  let last: { readonly of: T; readonly seen: T } | null = null
  const get = () => {
    const of = store.get()
    if (last === null || last.of !== of) last = { of, seen: as(of) }
    return last.seen
  }
  return { get, subscribe: store.subscribe }
}

/** A value and those who watch it. Setting what is already there wakes nobody. */
export const createStore = <T>(first: T, same: (a: T, b: T) => boolean = Object.is): Store<T> => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: next => {
      if (same(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
