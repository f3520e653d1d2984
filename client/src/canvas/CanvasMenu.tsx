import { type CardId, type CardView, mayPutAway, type Position } from '@jointly/board'
import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  type LucideIcon,
  Maximize,
  Move,
  Package,
  Scissors,
  Spline,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { actionsFor, type CardActionId } from '../cards/actions.ts'
import { useCardDesk } from '../cards/CardDesk.tsx'
import { ACTION_ICONS } from '../cards/CardMenu.tsx'
import { useCard } from '../session/hooks.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import { keysLabel } from '../ui/keys.ts'
import { MenuItem } from '../ui/Menu.tsx'
import { CANVAS_COMMANDS, type CanvasCommand, type CanvasCommandId } from './canvasCommands.ts'
import { useSurface } from './surfaceContext.ts'
import { AT, startWording } from './wording.ts'

const ICONS: Partial<Record<CanvasCommandId, LucideIcon>> = {
  all: Maximize,
  copy: Copy,
  cut: Scissors,
  paste: ClipboardPaste,
  move: Move,
  connect: Spline,
  duplicate: CopyPlus,
  putAway: Package,
}
/** What the whiteboard does in its own way. */
const OWN: readonly CardActionId[] = ['edit', 'connect', 'duplicate', 'putAway']

type MenuProps = { at: Position; onClose: () => void }

/** The menu of a card on the whiteboard, or of all that are selected. */
export const CanvasMenu = ({ card: id, at, onClose }: MenuProps & { card: CardId }) => {
  const { t: cards } = useTranslation('cards')
  const surface = useSurface()
  const desk = useCardDesk()
  const card = useCard(id)
  const element = document.getElementById(`card-${id}`) ?? document.querySelector('[data-whiteboard]')
  if (card === undefined || element === null) return null
  const subjects = surface.selected.get().has(card.id) ? surface.subjects() : [card]
  return (
    <ContextMenu label={cards('menu')} element={element} point={at} onClose={onClose}>
      {subjects.length === 1 &&
        actionsFor(card, desk)
          .filter(action => action.id === 'edit' || !OWN.includes(action.id))
          .map(({ id, keys, run }) => {
            const Icon = ACTION_ICONS[id]
            return (
              <MenuItem
                key={id}
                label={cards(id)}
                icon={<Icon aria-hidden="true" />}
                {...(keys !== undefined && { hint: keysLabel(keys) })}
                onAction={afterMenu(onClose, () => (id === 'edit' ? startWording(surface, card) : run(card, desk, AT)))}
              />
            )
          })}
      {CANVAS_COMMANDS.filter(({ inMenu, available }) => inMenu === true && available(surface, subjects)).map(
        command => (
          <CommandItem key={command.id} command={command} subjects={subjects} onClose={onClose} />
        ),
      )}
    </ContextMenu>
  )
}

/** The menu of the ground: what can be done without a card. */
export const GroundMenu = ({ at, onClose }: MenuProps) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const element = document.querySelector('[data-whiteboard]')
  if (element === null) return null
  return (
    <ContextMenu label={t('groundMenu')} element={element} point={at} onClose={onClose}>
      {CANVAS_COMMANDS.filter(({ inMenu, available }) => inMenu === 'ground' && available(surface, [])).map(command => (
        <CommandItem key={command.id} command={command} subjects={[]} onClose={onClose} />
      ))}
    </ContextMenu>
  )
}

type ItemProps = { command: CanvasCommand; subjects: readonly CardView[]; onClose: () => void }

const CommandItem = ({ command: { id, keys, run }, subjects, onClose }: ItemProps) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const Icon = ICONS[id] ?? Move
  const isOurs = (card: CardView) => mayPutAway(surface.session.me, card)
  const count = id === 'putAway' || id === 'cut' ? subjects.filter(isOurs).length : subjects.length
  return (
    <MenuItem
      label={t(`command.${id}`, { count })}
      icon={<Icon aria-hidden="true" />}
      hint={keysLabel(keys[0] ?? '')}
      onAction={afterMenu(onClose, () => run(surface, subjects))}
    />
  )
}

/** When the menu has given the focus back. */
const afterMenu = (close: () => void, act: () => void) => () => {
  close()
  requestAnimationFrame(act)
}
