import { createContext, useContext } from 'react'
import type { Surface } from './surface.ts'

export const SurfaceContext = createContext<Surface | null>(null)

export const useSurface = (): Surface => {
  const surface = useContext(SurfaceContext)
  if (surface === null) throw new Error('this is shown outside a whiteboard')
  return surface
}
