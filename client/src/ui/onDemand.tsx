import { useEffect, useSyncExternalStore } from 'react'

type Fetched<Props> =
  | { readonly is: 'there'; readonly Part: React.ComponentType<Props> }
  | { readonly is: 'failed'; readonly error: unknown }

/**
 * A large part of the page that is fetched when it is first shown, or before: `fetch`. Not React's `lazy`: a boundary that
 * has shown its fallback keeps it for 300 ms, even where the part came after ten (React 19, FALLBACK_THROTTLE_MS), and page
 * and whiteboard one after the other would wait twice. What fails is thrown to the error boundary, and fetched again when
 * the part is shown anew.
 */
export const onDemand = <Props extends object>(
  load: () => Promise<{ readonly default: React.ComponentType<Props> }>,
  fallback: React.ReactNode = null,
): React.ComponentType<Props> & { readonly fetch: () => void } => {
  let fetched: Fetched<Props> | null = null
  let isOnItsWay = false
  const listeners = new Set<() => void>()
  const settle = (next: Fetched<Props>) => {
    fetched = next
    isOnItsWay = false
    for (const listener of listeners) listener()
  }
  const fetch = () => {
    if (isOnItsWay || fetched?.is === 'there') return
    isOnItsWay = true
    load().then(
      ({ default: Part }) => settle({ is: 'there', Part }),
      (error: unknown) => settle({ is: 'failed', error }),
    )
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once, where a module is read, as `lazy` makes its own
  const OnDemand = (props: Props) => {
    const now = useSyncExternalStore(subscribe, () => fetched)
    useEffect(() => {
      fetch()
      return () => {
        if (fetched?.is === 'failed') fetched = null
      }
    }, [])
    if (now?.is === 'failed') throw now.error
    return now === null ? fallback : <now.Part {...props} />
  }
  return Object.assign(OnDemand, { fetch })
}
