import { useEffect } from 'react'
import { isOverlaid, isTyping } from '../ui/keys.ts'
import { toBoard } from './camera.ts'
import { type Forms, readTransfer } from './clipboard.ts'
import { copy, cut } from './copy.ts'
import { paste, pointedAt } from './paste.ts'
import type { Surface } from './surface.ts'

/**
 * The browser's own keys and menus for copy, cut and paste, as long as nobody types, nothing lies open on top and no words are
 * selected: they bring a clipboard that no page may otherwise touch without asking.
 */
export const useClipboard = (surface: Surface, frame: React.RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const isElsewhere = (event: ClipboardEvent) =>
      event.defaultPrevented || isTyping(event.target) || isOverlaid(event.target)
    const onCopy = (event: ClipboardEvent) => {
      const things = surface.things()
      const { clipboardData } = event
      if (isElsewhere(event) || things.length === 0 || clipboardData === null) return
      if (document.getSelection()?.isCollapsed === false) return
      event.preventDefault()
      const take = ({ text, html }: Forms) => {
        clipboardData.setData('text/plain', text)
        clipboardData.setData('text/html', html)
        return true
      }
      if (event.type === 'cut') cut(surface, things, take)
      else copy(surface, things, take)
    }
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData } = event
      if (isElsewhere(event) || clipboardData === null) return
      event.preventDefault()
      paste(surface, readTransfer(clipboardData), pointedAt(surface))
    }
    const element = frame.current
    // Without this the browser would leave the board to show the file.
    const onDragOver = (event: DragEvent) => event.preventDefault()
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 }
      const at = toBoard(surface.camera.get(), { x: event.clientX - left, y: event.clientY - top })
      if (event.dataTransfer !== null) paste(surface, readTransfer(event.dataTransfer), at)
    }
    element?.addEventListener('dragover', onDragOver)
    element?.addEventListener('drop', onDrop)
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      element?.removeEventListener('dragover', onDragOver)
      element?.removeEventListener('drop', onDrop)
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [surface, frame])
}
