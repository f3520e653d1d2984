import type { CardId, CardView } from '@jointly/board'
import { mayPutAway } from '@jointly/board'
import { copy, cut } from './copy.ts'
import { lookAtAll, lookAtSelection, zoomBy, zoomTo } from './looking.ts'
import { pasteByHand } from './paste.ts'
import { mayMove } from './rights.ts'
import type { Surface } from './surface.ts'

export type CanvasCommandId =
  | 'all'
  | 'selection'
  | 'actual'
  | 'zoomIn'
  | 'zoomOut'
  | 'selectAll'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'duplicate'
  | 'putAway'
  | 'move'
  | 'connect'

export type CanvasCommand = {
  readonly id: CanvasCommandId
  readonly keys: readonly string[]
  /** Its keys are the browser's own, and come as an event that brings the clipboard. */
  readonly byBrowser?: true
  /** Stands in the menu of what is selected, and (`ground`) where nothing is. */
  readonly inMenu?: true | 'ground'
  readonly available: (surface: Surface, cards: readonly CardView[]) => boolean
  readonly run: (surface: Surface, cards: readonly CardView[]) => void
}

const always = () => true
const writes = ({ session }: Surface) => session.block.get() === null
const idsOf = (cards: readonly CardView[]): CardId[] => cards.map(card => card.id)

/** What can be done on the whiteboard beside what can be done to one card: read by keyboard, menu and key sheet. */
export const CANVAS_COMMANDS: readonly CanvasCommand[] = [
  { id: 'all', keys: ['Shift+1'], inMenu: 'ground', available: always, run: lookAtAll },
  { id: 'selection', keys: ['Shift+2'], available: (_, cards) => cards.length > 0, run: lookAtSelection },
  { id: 'actual', keys: ['Shift+0'], available: always, run: surface => zoomTo(surface, 1) },
  { id: 'zoomIn', keys: ['+', '='], available: always, run: surface => zoomBy(surface, 1) },
  { id: 'zoomOut', keys: ['-'], available: always, run: surface => zoomBy(surface, -1) },
  {
    id: 'selectAll',
    keys: ['Ctrl+A'],
    available: always,
    run: surface => surface.select(surface.session.view.get().cards.flatMap(card => (card.gone ? [] : [card.id]))),
  },
  {
    id: 'move',
    keys: ['m'],
    inMenu: true,
    available: (surface, cards) => cards.some(card => mayMove(surface.session, card)),
    run: (surface, cards) => surface.aim.set({ is: 'move', cards: idsOf(cards) }),
  },
  {
    id: 'connect',
    keys: ['c'],
    inMenu: true,
    available: (surface, cards) => writes(surface) && cards.length === 1,
    run: (surface, cards) => surface.aim.set({ is: 'connect', cards: idsOf(cards) }),
  },
  {
    id: 'copy',
    keys: ['Ctrl+C'],
    byBrowser: true,
    inMenu: true,
    available: (_, cards) => cards.length > 0,
    run: (surface, cards) => copy(surface, cards),
  },
  {
    id: 'cut',
    keys: ['Ctrl+X'],
    byBrowser: true,
    inMenu: true,
    available: (surface, cards) => writes(surface) && cards.some(card => mayPutAway(surface.session.me, card)),
    run: (surface, cards) => cut(surface, cards),
  },
  {
    id: 'paste',
    keys: ['Ctrl+V'],
    byBrowser: true,
    inMenu: 'ground',
    available: writes,
    run: surface => void pasteByHand(surface),
  },
  {
    id: 'duplicate',
    keys: ['Ctrl+D'],
    inMenu: true,
    available: (surface, cards) => writes(surface) && cards.length > 0,
    run: (surface, cards) => surface.select(surface.session.edits.duplicateAll(idsOf(cards))),
  },
  {
    id: 'putAway',
    keys: ['Delete', 'Backspace'],
    inMenu: true,
    available: (surface, cards) => writes(surface) && cards.some(card => mayPutAway(surface.session.me, card)),
    run: (surface, cards) => {
      surface.session.edits.putAwayAll(idsOf(cards.filter(card => mayPutAway(surface.session.me, card))))
      surface.select([])
    },
  },
]
