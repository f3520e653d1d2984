import type { MemberId } from '@jointly/board'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { OnCanvas } from '../session/presence.ts'
import { notify } from '../ui/notices.ts'
import { lookingAt, sameCamera, ZOOM } from './camera.ts'
import type { Surface } from './surface.ts'

/** Looks where somebody else looks, as near as this screen can: their middle, and as wide as they see. */
const lookWith = (surface: Surface, person: OnCanvas): void => {
  if (person.view === undefined) return
  const screen = surface.screen.get()
  const zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, screen.w / person.view.width))
  const camera = lookingAt({ x: person.view.at[0], y: person.view.at[1] }, screen, zoom)
  if (!sameCamera(camera, surface.camera.get())) surface.move(camera, { smooth: true })
}

/** Follows one person until one moves the picture oneself, and comes when a facilitator brings everyone here. */
export const useFollow = (surface: Surface, frame: React.RefObject<HTMLElement | null>): void => {
  const { t } = useTranslation('canvas')
  useEffect(() => {
    const { session } = surface
    const heard = new Map<MemberId, number>(session.onCanvas.get().map(one => [one.id, one.view?.summon ?? 0]))
    const see = () => {
      for (const person of session.onCanvas.get()) {
        const summon = person.view?.summon ?? 0
        // What the server stamped: nobody else can call everybody.
        if (person.role === 'facilitator' && summon > (heard.get(person.id) ?? 0) && session.wording.get() === null) {
          surface.following.set(null)
          lookWith(surface, person)
          notify(t('summoned', { name: person.name }))
        }
        heard.set(person.id, summon)
        if (surface.following.get() === person.id) lookWith(surface, person)
      }
    }
    const leave = () => surface.following.set(null)
    const stop = session.onCanvas.subscribe(see)
    const stopFollowing = surface.following.subscribe(see)
    const element = frame.current
    for (const event of ['pointerdown', 'wheel'] as const)
      element?.addEventListener(event, leave, { capture: true, passive: true })
    return () => {
      stop()
      stopFollowing()
      for (const event of ['pointerdown', 'wheel'] as const)
        element?.removeEventListener(event, leave, { capture: true })
    }
  }, [surface, frame, t])
}
