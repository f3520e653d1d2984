import { useReadable } from '../session/hooks.ts'
import { CanvasCard } from './CanvasCard.tsx'
import { useSurface } from './surfaceContext.ts'

/** The cards that are elements now, in reading order. */
export const CardLayer = () => useReadable(useSurface().mounted).map(id => <CanvasCard key={id} id={id} />)
