import { useSyncExternalStore } from 'react'

/** A phone, or a window as narrow as one; the same width as in the style sheets. */
const NARROW = '(max-width: 45rem)'

let asked: MediaQueryList | undefined
const query = (): MediaQueryList => {
  asked ??= matchMedia(NARROW)
  return asked
}

const subscribe = (listener: () => void) => {
  query().addEventListener('change', listener)
  return () => query().removeEventListener('change', listener)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
