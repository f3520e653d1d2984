import { useLayoutEffect, useRef } from 'react'
import { usePart, useSession } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { sameBox } from './box.ts'
import styles from './Ground.module.css'
import { isGroup } from './groups.ts'
import { useSurface } from './surfaceContext.ts'
import { isFrame, largeFirst, type Thing, type ThingId } from './thing.ts'

const sameThings = (a: readonly Thing[], b: readonly Thing[]) =>
  a.length === b.length && a.every(({ id }, i) => id === b[i]?.id)

/** What frames and groups lie on: under all links and cards, also under those that are painted. Large frames below small ones. */
export const Grounds = () => {
  const surface = useSurface()
  const layer = useRef<HTMLDivElement>(null)
  const frames = usePart(useSession().view, ({ marks }) => marks.filter(isFrame).sort(largeFirst), sameThings)
  const groups = usePart(
    useSession().view,
    ({ cards }) => cards.filter(card => !card.gone && isGroup(card)),
    sameThings,
  )

  useLayoutEffect(() => {
    const places = new WeakMap<Element, ReturnType<typeof surface.boxOf>>()
    return surface.onPaint(() => {
      for (const element of layer.current?.querySelectorAll<HTMLElement>('[data-of]') ?? []) {
        const thing = surface.thing(element.dataset.of as ThingId) // written below
        const box = thing && surface.boxOf(thing)
        const before = places.get(element)
        if (box === undefined || (before !== undefined && sameBox(box, before))) continue
        places.set(element, box)
        element.style.transform = `translate(calc(${box.x}px - var(--left)), calc(${box.y}px - var(--top)))`
        element.style.width = `${box.w}px`
        element.style.height = `${box.h}px`
      }
    })
  }, [surface])

  return (
    <div ref={layer}>
      {[...frames, ...groups].map(({ id, kind }) => (
        <div key={id} data-of={id} className={classes(styles.under, kind === 'frame' ? styles.frame : styles.group)} />
      ))}
    </div>
  )
}
