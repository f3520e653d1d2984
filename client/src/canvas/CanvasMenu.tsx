import { mayPutAway } from '@jointly/board'
import { Copy, type LucideIcon, Move, Package, Spline } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { actionsFor, type CardActionId } from '../cards/actions.ts'
import { useCardDesk } from '../cards/CardDesk.tsx'
import { ACTION_ICONS } from '../cards/CardMenu.tsx'
import { useCard } from '../session/hooks.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import { keysLabel } from '../ui/keys.ts'
import { MenuItem } from '../ui/Menu.tsx'
import type { MenuAt } from './Canvas.tsx'
import { CANVAS_COMMANDS, type CanvasCommandId } from './canvasCommands.ts'
import { useSurface } from './surfaceContext.ts'
import { AT, startWording } from './wording.ts'

const ICONS: Partial<Record<CanvasCommandId, LucideIcon>> = {
  move: Move,
  connect: Spline,
  duplicate: Copy,
  putAway: Package,
}
/** What the whiteboard does in its own way. */
const OWN: readonly CardActionId[] = ['edit', 'connect', 'duplicate', 'putAway']

/** The menu of a card on the whiteboard, or of all that are selected. */
export const CanvasMenu = ({ at, onClose }: { at: MenuAt; onClose: () => void }) => {
  const { t } = useTranslation('canvas')
  const { t: cards } = useTranslation('cards')
  const surface = useSurface()
  const desk = useCardDesk()
  const card = useCard(at.card)
  const element = document.getElementById(`card-${at.card}`) ?? document.querySelector('[data-whiteboard]')
  if (card === undefined || element === null) return null
  const subjects = surface.selected.get().has(card.id) ? surface.subjects() : [card]
  const isAlone = subjects.length === 1
  const does = (act: () => void) => () => {
    onClose()
    // When the menu has given the focus back.
    requestAnimationFrame(act)
  }
  const own = CANVAS_COMMANDS.filter(({ id, available }) => ICONS[id] !== undefined && available(surface, subjects))
  return (
    <ContextMenu label={cards('menu')} element={element} point={at.screen} onClose={onClose}>
      {isAlone &&
        actionsFor(card, desk)
          .filter(({ id }) => id === 'edit' || !OWN.includes(id))
          .map(({ id, keys, run }) => {
            const Icon = ACTION_ICONS[id]
            return (
              <MenuItem
                key={id}
                label={cards(id)}
                icon={<Icon aria-hidden="true" />}
                {...(keys !== undefined && { hint: keysLabel(keys) })}
                onAction={does(() => (id === 'edit' ? startWording(surface, card) : run(card, desk, AT)))}
              />
            )
          })}
      {own.map(({ id, keys, run }) => {
        const Icon = ICONS[id] ?? Move
        const count = id === 'putAway' ? subjects.filter(one => mayPutAway(desk.me, one)).length : subjects.length
        return (
          <MenuItem
            key={id}
            label={t(`command.${id}`, { count })}
            icon={<Icon aria-hidden="true" />}
            hint={keysLabel(keys[0] ?? '')}
            onAction={does(() => run(surface, subjects))}
          />
        )
      })}
    </ContextMenu>
  )
}
