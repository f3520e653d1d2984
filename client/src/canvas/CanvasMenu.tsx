import type { Position } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { usePart } from '../session/hooks.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import { keysLabel } from '../ui/keys.ts'
import { MenuItem, MenuLine } from '../ui/Menu.tsx'
import { type Doable, useDoables } from './doables.ts'
import { elementOf } from './focus.ts'
import { useSurface } from './surfaceContext.ts'
import type { ThingId } from './thing.ts'

type MenuProps = { at: Position; onClose: () => void }

/** The menu of something on the whiteboard, or of all that is selected. */
export const CanvasMenu = ({ id, at, onClose }: MenuProps & { id: ThingId }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const doables = useDoables()
  const thing = usePart(surface.session.view, () => surface.thing(id))
  if (thing === undefined) return null
  const element = elementOf(thing) ?? document.querySelector('[data-whiteboard]')
  if (element === null) return null
  const things = surface.selected.get().has(thing.id) ? surface.things() : [thing]
  const all = doables.inMenu(things)
  return (
    <ContextMenu label={t('menu')} element={element} point={at} onClose={onClose}>
      <Items of={all.filter(({ arranges }) => !arranges)} onClose={onClose} />
      {all.some(({ arranges }) => arranges) && <MenuLine />}
      <Items of={all.filter(({ arranges }) => arranges)} onClose={onClose} />
    </ContextMenu>
  )
}

/** The menu of the ground: what can be done without a thing. */
export const GroundMenu = ({ at, onClose }: MenuProps) => {
  const { t } = useTranslation('canvas')
  const doables = useDoables()
  const element = document.querySelector('[data-whiteboard]')
  return element === null ? null : (
    <ContextMenu label={t('groundMenu')} element={element} point={at} onClose={onClose}>
      <Items of={doables.inMenu([])} onClose={onClose} />
    </ContextMenu>
  )
}

const Items = ({ of, onClose }: { of: readonly Doable[]; onClose: () => void }) =>
  of.map(({ id, label, keys, Icon, run }) => (
    <MenuItem
      key={id}
      label={label}
      {...(Icon !== undefined && { icon: <Icon aria-hidden="true" /> })}
      {...(keys !== undefined && { hint: keysLabel(keys) })}
      onAction={() => {
        onClose()
        // When the menu has given the focus back.
        requestAnimationFrame(run)
      }}
    />
  ))
