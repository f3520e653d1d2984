import type { Position } from '@jointly/board'
import { ReactFlow, useReactFlow, useStoreApi, ViewportPortal } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadable, useSession } from '../session/hooks.ts'
import { AimBar } from './AimBar.tsx'
import { CanvasMenu, GroundMenu } from './CanvasMenu.tsx'
import { CardLayer } from './CardLayer.tsx'
import { ComposeHere } from './ComposeHere.tsx'
import { type Camera, ZOOM } from './camera.ts'
import { Details } from './Details.tsx'
import { FrameLayer } from './FrameLayer.tsx'
import { useFocusGoesOn } from './focus.ts'
import { useFollow } from './follow.ts'
import { Ground } from './Ground.tsx'
import { HintBar } from './HintBar.tsx'
import { InkBar } from './InkBar.tsx'
import { InkLayer } from './InkLayer.tsx'
import { LinkBar } from './LinkBar.tsx'
import { MiniMap } from './MiniMap.tsx'
import { MomentLayer } from './MomentLayer.tsx'
import { Others } from './Others.tsx'
import { PaintedLayer } from './PaintedLayer.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { isErased, placesAll } from './rights.ts'
import { SearchBar } from './SearchBar.tsx'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { Toolbar } from './Toolbar.tsx'
import type { Thing, ThingId } from './thing.ts'
import { TOOLS } from './tools.ts'
import { useCanvasKeys } from './useCanvasKeys.ts'
import { useClipboard } from './useClipboard.ts'
import { usePointer } from './usePointer.ts'
import { useSpeak } from './useSpeak.ts'
import { useWhereabouts } from './useWhereabouts.ts'
import styles from './Whiteboard.module.css'
import { wordThing } from './wording.ts'
import { ZoomControl } from './ZoomControl.tsx'

/** The middle button; space and the hand bring the left one. */
const PAN_BUTTONS = [1]
const NONE: never[] = []

/** Where a menu was asked for: on a thing, or (null) on the ground. */
export type MenuAt = { readonly thing: ThingId | null; readonly screen: Position }

/**
 * React Flow holds the picture: panning, zooming, pinching. What lies on it is ours: cards in a portal of its viewport,
 * links in one layer, the rest painted. Its own nodes would each bring a drag handler, an observer and a subscription.
 */
export const Canvas = ({ frame, camera }: { frame: React.RefObject<HTMLDivElement | null>; camera: Camera }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const session = useSession()
  const tool = useReadable(surface.tool)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const onMenu = useCallback(
    (thing: Thing | null, screen: Position) => setMenu({ thing: thing?.id ?? null, screen }),
    [],
  )
  const pointer = usePointer(surface, frame, {
    onMenu,
    onOthersInk: () => surface.sayWhyNot(t('notYourInk')),
    onEdit: thing => {
      const refusal = wordThing(surface, thing)
      if (refusal !== null) surface.sayWhyNot(t(refusal))
    },
  })
  useEffect(() => {
    surface.tellStaying = staying => {
      if (session.block.get() !== null) return surface.sayWhyNot(t('blocked'))
      const isForErasure = placesAll(session) || surface.things().every(thing => isErased(session, thing))
      if (isForErasure) return surface.sayWhyNot(t('erased'))
      surface.sayWhyNot(staying === 'all' ? t('heldFast') : t('staying', { count: staying }))
    }
  }, [surface, session, t])
  useCanvasKeys({ onMenu })
  useClipboard(surface, frame)
  useWhereabouts(surface, frame)
  useSpeak(surface)
  useFollow(surface, frame)
  useFocusGoesOn(surface)

  useSteadyLayers(surface, frame)

  return (
    <div className={styles.surface} style={{ cursor: TOOLS[tool].cursor }} {...pointer} data-whiteboard>
      <Ground />
      <PaintedLayer />
      <ReactFlow
        className={styles.flow ?? ''}
        nodes={NONE}
        edges={NONE}
        defaultViewport={camera}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        panOnDrag={tool === 'hand' ? true : PAN_BUTTONS}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        proOptions={{ hideAttribution: true }}
      >
        <CameraLink />
        <ViewportPortal>
          <FrameLayer />
          <CardLayer />
          <MomentLayer />
        </ViewportPortal>
      </ReactFlow>
      <InkLayer />
      <Others />
      <ComposeHere />
      <PasteDialog />
      <SearchBar />
      <Details />
      <LinkBar />
      <AimBar />
      <HintBar />
      <PeopleHere />
      <InkBar />
      <Toolbar />
      <div className={styles.corner} data-over>
        <MiniMap />
        <ZoomControl />
      </div>
      {menu !== null &&
        (menu.thing === null ? (
          <GroundMenu at={menu.screen} onClose={() => setMenu(null)} />
        ) : (
          <CanvasMenu id={menu.thing} at={menu.screen} onClose={() => setMenu(null)} />
        ))}
    </div>
  )
}

const STILL_MS = 180

/**
 * As long as nobody zooms, ground and cards are layers that a pan only moves. While one zooms they are not, or the browser
 * would stretch what it drew at another size.
 */
const useSteadyLayers = (surface: Surface, frame: React.RefObject<HTMLDivElement | null>) =>
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let { zoom } = surface.camera.get()
    const steady = (is: boolean) => {
      if (frame.current !== null) frame.current.dataset.steady = String(is)
    }
    steady(true)
    const stop = surface.camera.subscribe(() => {
      const next = surface.camera.get().zoom
      if (next === zoom) return
      zoom = next
      steady(false)
      clearTimeout(timer)
      timer = setTimeout(steady, STILL_MS, true)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [surface, frame])

const SMOOTH_MS = 160

/** Keeps our camera and React Flow's the same. */
const CameraLink = () => {
  const surface = useSurface()
  const store = useStoreApi()
  const { setViewport } = useReactFlow()
  const isReady = useRef(false)
  /** Where somebody wanted to look before there was anything that could be moved. */
  const wanted = useRef<Camera | null>(null)
  useLayoutEffect(() => {
    const see = () => {
      const [x, y, zoom] = store.getState().transform
      surface.camera.set({ x, y, zoom })
    }
    return store.subscribe(() => {
      // Its first word is 0,0: what it was given holds only once its own gestures are there.
      const isNew = !isReady.current && store.getState().panZoom !== null
      isReady.current ||= isNew
      if (isReady.current) see()
      if (isNew && wanted.current !== null) void setViewport(wanted.current)
    })
  }, [store, surface, setViewport])
  useEffect(() => {
    surface.move = (camera, how) => {
      if (!isReady.current) wanted.current = camera
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
      void setViewport(camera, { duration: how?.smooth && !calm ? SMOOTH_MS : 0 })
    }
  }, [surface, setViewport])
  return null
}
