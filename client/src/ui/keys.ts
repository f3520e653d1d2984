import i18next from 'i18next'
import { common } from '../i18n/en/common.ts'

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

/** Signs that every keyboard has. */
const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const APPLE: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Enter: '↩' }

const isNamed = (part: string): part is keyof typeof common.key => Object.hasOwn(common.key, part)

/** The keys as the reader's keyboard names them: by signs on Apple's, in the language of the page on others. */
export const keysLabel = (keys: string, apple: boolean = isApple): string => {
  const parts = keys.split('+').map(part => SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  if (apple) return parts.map(part => APPLE[part] ?? part).join('')
  return parts.map(part => (isNamed(part) ? i18next.t(`key.${part}`) : part)).join('+')
}

/** Whether a press is for what is open on top, which has its own keys. */
export const isOverlaid = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null

/** Whether a press belongs to a field that one types into, so that single letters are words there and not commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select'))
