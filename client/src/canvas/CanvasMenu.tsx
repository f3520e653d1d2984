import type { Position } from '@jointly/board'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Group,
  ImagePlus,
  type LucideIcon,
  Maximize,
  Move,
  Package,
  PenLine,
  RedoDot,
  Scissors,
  Spline,
  UndoDot,
  Ungroup,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { actionsFor, type CardActionId } from '../cards/actions.ts'
import { useCardDesk } from '../cards/CardDesk.tsx'
import { ACTION_ICONS } from '../cards/CardMenu.tsx'
import { usePart } from '../session/hooks.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import { keysLabel } from '../ui/keys.ts'
import { MenuItem, MenuLine } from '../ui/Menu.tsx'
import { ARRANGEMENTS } from './arrange.ts'
import { CANVAS_COMMANDS, type CanvasCommand, type CanvasCommandId, removable } from './canvasCommands.ts'
import { elementOf } from './focus.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { isCard, type Thing, type ThingId } from './thing.ts'
import { AT, wordThing } from './wording.ts'

const ICONS: Partial<Record<CanvasCommandId, LucideIcon>> = {
  all: Maximize,
  copy: Copy,
  cut: Scissors,
  paste: ClipboardPaste,
  title: PenLine,
  picture: ImagePlus,
  move: Move,
  connect: Spline,
  group: Group,
  ungroup: Ungroup,
  earlier: UndoDot,
  later: RedoDot,
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  across: AlignHorizontalSpaceBetween,
  down: AlignVerticalSpaceBetween,
  duplicate: CopyPlus,
  putAway: Package,
}
/** What the whiteboard does in its own way. */
const OWN: readonly CardActionId[] = ['edit', 'connect', 'duplicate', 'putAway']

type MenuProps = { at: Position; onClose: () => void }

/** The menu of something on the whiteboard, or of all that is selected. */
export const CanvasMenu = ({ id: of, at, onClose }: MenuProps & { id: ThingId }) => {
  const { t } = useTranslation('canvas')
  const { t: cards } = useTranslation('cards')
  const surface = useSurface()
  const desk = useCardDesk()
  const thing = usePart(surface.session.view, () => surface.thing(of))
  if (thing === undefined) return null
  const element = elementOf(thing) ?? document.querySelector('[data-whiteboard]')
  if (element === null) return null
  const things = surface.selected.get().has(thing.id) ? surface.things() : [thing]
  const isArrangement = ({ id }: CanvasCommand) => id in ARRANGEMENTS
  const own = CANVAS_COMMANDS.filter(({ inMenu, available }) => inMenu === true && available(surface, things))
  const itemOf = (command: CanvasCommand) => (
    <CommandItem key={command.id} command={command} things={things} onClose={onClose} />
  )
  return (
    <ContextMenu label={t('menu')} element={element} point={at} onClose={onClose}>
      {things.length === 1 &&
        isCard(thing) &&
        actionsFor(thing, desk)
          .filter(({ id }) => id === 'edit' || !OWN.includes(id))
          .map(({ id, keys, run }) => {
            const Icon = ACTION_ICONS[id]
            return (
              <MenuItem
                key={id}
                label={cards(id)}
                icon={<Icon aria-hidden="true" />}
                {...(keys !== undefined && { hint: keysLabel(keys) })}
                onAction={afterMenu(onClose, () =>
                  id === 'edit' ? void wordThing(surface, thing) : run(thing, desk, AT),
                )}
              />
            )
          })}
      {own.filter(command => !isArrangement(command)).map(itemOf)}
      {own.some(isArrangement) && <MenuLine />}
      {own.filter(isArrangement).map(itemOf)}
    </ContextMenu>
  )
}

/** The menu of the ground: what can be done without a thing. */
export const GroundMenu = ({ at, onClose }: MenuProps) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const element = document.querySelector('[data-whiteboard]')
  if (element === null) return null
  return (
    <ContextMenu label={t('groundMenu')} element={element} point={at} onClose={onClose}>
      {CANVAS_COMMANDS.filter(({ inMenu, available }) => inMenu === 'ground' && available(surface, [])).map(command => (
        <CommandItem key={command.id} command={command} things={[]} onClose={onClose} />
      ))}
    </ContextMenu>
  )
}

type ItemProps = { command: CanvasCommand; things: readonly Thing[]; onClose: () => void }

const CommandItem = ({ command: { id, keys, run }, things, onClose }: ItemProps) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const Icon = ICONS[id] ?? Move
  return (
    <MenuItem
      label={t(`command.${id}`, { count: countFor(id, surface, things) })}
      icon={<Icon aria-hidden="true" />}
      hint={keysLabel(keys[0] ?? '')}
      onAction={afterMenu(onClose, () => run(surface, things))}
    />
  )
}

/** How many of these a command is about: not all may be put away, and only cards can be copied. */
const countFor = (id: CanvasCommandId, surface: Surface, things: readonly Thing[]): number => {
  if (id === 'putAway') return removable(surface, things).length
  if (id === 'cut') return removable(surface, things).filter(isCard).length
  return id === 'copy' || id === 'duplicate' ? things.filter(isCard).length : things.length
}

/** When the menu has given the focus back. */
const afterMenu = (close: () => void, act: () => void) => () => {
  close()
  requestAnimationFrame(act)
}
