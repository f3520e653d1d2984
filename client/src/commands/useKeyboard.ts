import { useEffect, useRef } from 'react'
import { isOverlaid, isTyping, keysOf } from '../ui/keys.ts'
import type { Screen } from './command.ts'
import { COMMANDS, commandFor } from './commands.ts'
import { letterKeys } from './letterKeys.ts'

const typingAt = (target: EventTarget | null): 'no' | 'in-empty-field' | 'in-words' => {
  if (!isTyping(target)) return 'no'
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && target.value === '' ? 'in-empty-field' : 'in-words'
}

/** The board's keys, wherever the focus is; what an editor, a card or a field has used is left alone. */
export const useKeyboard = (screen: Screen): void => {
  const now = useRef(screen)
  now.current = screen
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isOverlaid(event.target)) return
      const press = { keys: keysOf(event), typing: typingAt(event.target), letters: letterKeys.get() }
      const command = commandFor(press, COMMANDS)
      if (command === undefined) return
      // Also where it can do nothing now: Ctrl+F must not open the browser's own search one time and ours the other.
      event.preventDefault()
      if (command.available(now.current)) command.run(now.current)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
