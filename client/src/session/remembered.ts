import { createStore, type Store } from './store.ts'

/** What was chosen under a name before, by anybody in this browser. One that forbids storage remembers nothing. */
export const remembered = <Choice extends string>(key: string, choices: readonly Choice[]): Choice | null => {
  try {
    const value = localStorage.getItem(key)
    return choices.find(choice => choice === value) ?? null
  } catch {
    return null
  }
}

/** Keeps a choice for the next page (null: none was made). */
export const remember = (key: string, choice: string | null): void => {
  try {
    if (choice === null) localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // Not remembered then; it holds for this page.
  }
}

const ON_OFF = ['on', 'off'] as const

/** Something that is on or off, as it was left in this browser. */
export const rememberedSwitch = (key: string, usual: (typeof ON_OFF)[number]): Store<boolean> => {
  const { get, subscribe, set } = createStore((remembered(key, ON_OFF) ?? usual) === 'on')
  return {
    get,
    subscribe,
    set: is => {
      set(is)
      remember(key, is ? 'on' : 'off')
    },
  }
}
