import { useSyncExternalStore } from 'react'

/** A phone, or a window as narrow as one; the same width as in the style sheets. */
const NARROW = '(max-width: 45rem)'

const subscribe = (listener: () => void) => {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)
