import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { actionsFor, type CardActionId } from '../cards/actions.ts'
import { useCardDesk } from '../cards/CardDesk.tsx'
import { ACTION_ICONS } from '../cards/CardMenu.tsx'
import { ARRANGEMENTS } from './arrange.ts'
import { CANVAS_COMMANDS, type CanvasCommand, type CanvasCommandId } from './canvasCommands.ts'
import { COMMAND_ICONS } from './commandIcons.ts'
import { SIZINGS } from './resize.ts'
import { removable } from './rights.ts'
import type { Surface } from './surface.ts'
import { useSurface } from './surfaceContext.ts'
import { isCard, type Thing } from './thing.ts'
import { AT, wordThing } from './wording.ts'

/** Something that can be done now, in words: what the menu, the palette and the panel of what is selected show. */
export type Doable = {
  readonly id: string
  readonly label: string
  readonly keys: string | undefined
  readonly Icon: LucideIcon | undefined
  /** One of many ways to lay things in line or to size them; kept apart from the rest. */
  readonly arranges: boolean
  readonly run: () => void
}

/** What the whiteboard does in its own way. */
const OWN: readonly CardActionId[] = ['edit', 'comment', 'connect', 'duplicate', 'putAway']

/** Lists what this person can do: to things, with those of a menu alone, or everything. */
export const useDoables = () => {
  const { t } = useTranslation('canvas')
  const { t: cards } = useTranslation('cards')
  const surface = useSurface()
  const desk = useCardDesk()

  const ofCard = (things: readonly Thing[]): Doable[] => {
    const [card] = things
    if (things.length !== 1 || card === undefined || !isCard(card)) return []
    return actionsFor(card, desk)
      .filter(({ id }) => id === 'edit' || !OWN.includes(id))
      .map(({ id, keys, run }) => ({
        ...{ id, keys, label: cards(id), Icon: ACTION_ICONS[id], arranges: false },
        run: () => (id === 'edit' ? void wordThing(surface, card) : run(card, desk, AT)),
      }))
  }
  const ofCommands = (things: readonly Thing[], is: (command: CanvasCommand) => boolean): Doable[] =>
    CANVAS_COMMANDS.filter(command => is(command) && command.available(surface, things)).map(({ id, keys, run }) => ({
      ...{ id, keys: keys[0], Icon: COMMAND_ICONS[id], arranges: id in ARRANGEMENTS || id in SIZINGS },
      label: t(`command.${id}`, { count: countFor(id, surface, things) }),
      run: () => run(surface, things),
    }))

  return {
    /** The menu of these things, or (of none) of the ground. */
    inMenu: (things: readonly Thing[]): readonly Doable[] =>
      things.length === 0
        ? ofCommands(things, ({ inMenu }) => inMenu === 'ground')
        : [...ofCard(things), ...ofCommands(things, ({ inMenu }) => inMenu === true)],
    /** Everything, for what is selected now. */
    all: (things: readonly Thing[]): readonly Doable[] => [...ofCard(things), ...ofCommands(things, () => true)],
  }
}

/** How many of these a command is about: not all may be put away. */
const countFor = (id: CanvasCommandId, { session }: Surface, things: readonly Thing[]): number =>
  id === 'putAway' || id === 'cut' ? removable(session, things).length : things.length
