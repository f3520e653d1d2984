import { useEffect } from 'react'
import type { Surface } from './surface.ts'

/** Keeps `surface.pointer`. A finger that is not on the screen points at nothing, unless it holds the laser. */
export const useWhereabouts = (surface: Surface, frame: React.RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = frame.current
    const onMove = ({ clientX, clientY, pointerType }: PointerEvent) => {
      const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 }
      const isNowhere = pointerType === 'touch' && !surface.isPointing.get()
      surface.pointer.set(isNowhere ? null : { x: clientX - left, y: clientY - top })
    }
    const onLeave = () => surface.pointer.set(null)
    element?.addEventListener('pointermove', onMove)
    element?.addEventListener('pointerleave', onLeave)
    return () => {
      element?.removeEventListener('pointermove', onMove)
      element?.removeEventListener('pointerleave', onLeave)
    }
  }, [surface, frame])
}
