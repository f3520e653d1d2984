/** ⌘ takes the part of Ctrl on Apple's keyboards. */
const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/**
 * The name of a key press, as command tables write it: `Enter`, `n`, `Ctrl+Shift+Z`, `?`. Shift is named only with
 * letters and named keys: it is what makes a `?`.
 */
export const keysOf = (press: Press, apple: boolean = isApple): string => {
  const { key } = press
  const mod = apple ? press.metaKey : press.ctrlKey
  const isLetter = /^\p{L}$/u.test(key)
  const named = isLetter ? (mod ? key.toUpperCase() : key.toLowerCase()) : key
  return [mod && 'Ctrl', press.altKey && 'Alt', press.shiftKey && (isLetter || key.length > 1) && 'Shift', named]
    .filter(Boolean)
    .join('+')
}

const APPLE: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Enter: '↩' }

/** The keys as the reader's keyboard names them. */
export const keysLabel = (keys: string, apple: boolean = isApple): string => {
  const parts = keys.split('+').map(part => (part.length === 1 ? part.toUpperCase() : part))
  return apple ? parts.map(part => APPLE[part] ?? part).join('') : parts.join('+')
}

/** Whether a press belongs to a field that one types into, so that single letters are words there and not commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select'))
