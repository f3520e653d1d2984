import '@xyflow/react/dist/base.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FaceActions } from '../commands/command.ts'
import { useSession } from '../session/hooks.ts'
import { Canvas } from './Canvas.tsx'
import type { Camera } from './camera.ts'
import { firstCamera, rememberCamera } from './firstCamera.ts'
import { nextMounted } from './mounts.ts'
import { Surface } from './surface.ts'
import { SurfaceContext } from './surfaceContext.ts'
import { useFaceActions } from './useFaceActions.ts'
import styles from './Whiteboard.module.css'

/** The free face of the board: the same cards, where people put them. */
export default function Whiteboard({ onOffer }: { onOffer: (actions: FaceActions | null) => void }) {
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState<{ surface: Surface; camera: Camera } | null>(null)

  // The first picture is right at once: what is in sight is known before anything is drawn.
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const surface = new Surface(session)
    const measure = () => surface.screen.set({ w: element.clientWidth, h: element.clientHeight })
    measure()
    const camera = firstCamera(surface)
    surface.camera.set(camera)
    surface.mounted.set(nextMounted(surface, { all: true }).ids)
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    setReady({ surface, camera })
    return () => {
      watch.disconnect()
      rememberCamera(surface)
      surface.close()
    }
  }, [session])

  return (
    <div ref={frame} className={styles.frame}>
      {ready !== null && (
        <SurfaceContext value={ready.surface}>
          <Canvas frame={frame} camera={ready.camera} />
          <Offer onOffer={onOffer} />
        </SurfaceContext>
      )}
    </div>
  )
}

/** Tells the board what the whiteboard does in its own way, as long as it is there. */
const Offer = ({ onOffer }: { onOffer: (actions: FaceActions | null) => void }) => {
  const actions = useFaceActions()
  useEffect(() => {
    onOffer(actions)
    return () => onOffer(null)
  }, [onOffer, actions])
  return null
}
