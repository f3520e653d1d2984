import { type CardView, openComments } from '@jointly/board'
import { talk } from '../cards/comments/talk.ts'
import { ARRANGEMENTS, type ArrangementId, arrange } from './arrange.ts'
import { canConnect } from './connect.ts'
import { copy, cut, duplicate, putAwayAll } from './copy.ts'
import { detailsShown } from './detailsShown.ts'
import { lookAtAll, lookAtSelection, zoomBy, zoomTo } from './looking.ts'
import { choosePictures, pasteByHand } from './paste.ts'
import { pick } from './pick.ts'
import { canGroup, canReorder, canUngroup, group, reorder, ungroup } from './regroup.ts'
import { resizeBy, SIZINGS, type SizingId, sizableOf } from './resize.ts'
import { isErased, mayMove, removable } from './rights.ts'
import type { Surface } from './surface.ts'
import { idsOf, isCard, isFrame, isInk, type Thing } from './thing.ts'

export type CanvasCommandId =
  | 'all'
  | 'selection'
  | 'actual'
  | 'zoomIn'
  | 'zoomOut'
  | 'selectAll'
  | 'selectInk'
  | 'selectToo'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'picture'
  | 'comment'
  | 'duplicate'
  | 'putAway'
  | 'move'
  | 'connect'
  | 'title'
  | 'details'
  | 'group'
  | 'ungroup'
  | 'earlier'
  | 'later'
  | ArrangementId
  | SizingId

export type CanvasCommand = {
  readonly id: CanvasCommandId
  readonly keys: readonly string[]
  /** Its keys are the browser's own, and come as an event that brings the clipboard. */
  readonly byBrowser?: true
  /** Stands in the menu of what is selected, and (`ground`) where nothing is. */
  readonly inMenu?: true | 'ground'
  /** Where it can do nothing its key is the board's own. */
  readonly yields?: true
  readonly available: (surface: Surface, things: readonly Thing[]) => boolean
  readonly run: (surface: Surface, things: readonly Thing[]) => void
}

const always = () => true
const writes = ({ session }: Surface) => session.block.get() === null
const maySayOf = (surface: Surface, card: CardView) => writes(surface) && !isErased(surface.session, card)
const isTalkedAbout = ({ session }: Surface, { id }: CardView) => openComments(session.view.get()).has(id)
const isSome = (_: Surface, things: readonly Thing[]) => things.length > 0
const isSomeOfTheirs = (surface: Surface, things: readonly Thing[]) =>
  writes(surface) && removable(surface.session, things).length > 0

const arrangement = (id: ArrangementId, key: string): CanvasCommand => ({
  id,
  keys: [key],
  inMenu: true,
  available: (surface, things) =>
    things.length >= ARRANGEMENTS[id].least && things.some(thing => mayMove(surface.session, thing)),
  run: (surface, things) => arrange(surface, things, id),
})

const sizing = (id: SizingId, key: string): CanvasCommand => ({
  id,
  keys: [key],
  inMenu: true,
  available: (surface, things) => sizableOf(surface, things).length > 0,
  run: (surface, things) => resizeBy(surface, sizableOf(surface, things), SIZINGS[id]),
})

/** What can be done on the whiteboard beside what can be done to one card: read by keyboard, menu and key sheet. */
export const CANVAS_COMMANDS: readonly CanvasCommand[] = [
  { id: 'all', keys: ['Shift+1'], inMenu: 'ground', available: always, run: lookAtAll },
  { id: 'selection', keys: ['Shift+2'], available: isSome, run: lookAtSelection },
  { id: 'actual', keys: ['Shift+0'], available: always, run: surface => zoomTo(surface, 1) },
  { id: 'zoomIn', keys: ['+', '='], available: always, run: surface => zoomBy(surface, 1) },
  { id: 'zoomOut', keys: ['-'], available: always, run: surface => zoomBy(surface, -1) },
  {
    id: 'selectAll',
    keys: ['Ctrl+A'],
    available: always,
    run: surface => {
      const { cards, marks } = surface.session.view.get()
      surface.select(idsOf([...cards.filter(card => !card.gone), ...marks]))
    },
  },
  {
    id: 'selectInk',
    keys: ['Ctrl+Shift+A'],
    available: ({ session }) => session.view.get().marks.some(isInk),
    run: surface => surface.select(idsOf(removable(surface.session, surface.session.view.get().marks).filter(isInk))),
  },
  {
    id: 'selectToo',
    keys: ['x', 'Ctrl+Space'],
    inMenu: true,
    // With a key it is the whiteboard's own: it lets go as well.
    yields: true,
    available: ({ selected }, things) =>
      selected.get().size > 0 && things.length === 1 && things.every(({ id }) => !selected.get().has(id)),
    run: (surface, things) => {
      for (const { id } of things) pick(surface, id)
    },
  },
  {
    id: 'title',
    keys: ['F2'],
    inMenu: true,
    available: (surface, things) =>
      things.length === 1 && things.some(one => isFrame(one) && mayMove(surface.session, one)),
    run: (surface, things) => surface.titling.set(things.find(isFrame)?.id ?? null),
  },
  {
    id: 'move',
    keys: ['m'],
    inMenu: true,
    available: (surface, things) => things.some(thing => mayMove(surface.session, thing)),
    run: (surface, things) => surface.aim.set({ is: 'move', ids: idsOf(things) }),
  },
  {
    id: 'connect',
    keys: ['Shift+c'],
    inMenu: true,
    available: (surface, things) =>
      writes(surface) && things.length === 1 && things.every(one => isCard(one) && canConnect(surface, one)),
    run: (surface, things) => surface.aim.set({ is: 'connect', ids: idsOf(things) }),
  },
  {
    id: 'comment',
    keys: ['c'],
    inMenu: true,
    // Whoever may say nothing of it reads what is there.
    available: (surface, things) =>
      things.length === 1 &&
      things.some(thing => isCard(thing) && (maySayOf(surface, thing) || isTalkedAbout(surface, thing))),
    run: (_, things) => talk.set(things.filter(isCard).map(({ id }) => ({ about: id }))[0] ?? null),
  },
  {
    id: 'details',
    keys: ['Alt+Enter'],
    inMenu: true,
    available: isSome,
    run: (surface, things) => {
      surface.select(idsOf(things))
      detailsShown.set(!detailsShown.get())
    },
  },
  { id: 'group', keys: ['Ctrl+G'], inMenu: true, available: canGroup, run: group },
  { id: 'ungroup', keys: ['Ctrl+Shift+G'], inMenu: true, available: canUngroup, run: ungroup },
  {
    id: 'earlier',
    keys: ['['],
    inMenu: true,
    yields: true,
    available: canReorder,
    run: (surface, things) => reorder(surface, things, -1),
  },
  {
    id: 'later',
    keys: [']'],
    inMenu: true,
    yields: true,
    available: canReorder,
    run: (surface, things) => reorder(surface, things, 1),
  },
  arrangement('left', 'Alt+a'),
  arrangement('centre', 'Alt+h'),
  arrangement('right', 'Alt+d'),
  arrangement('top', 'Alt+w'),
  arrangement('middle', 'Alt+v'),
  arrangement('bottom', 'Alt+s'),
  arrangement('across', 'Alt+Shift+h'),
  arrangement('down', 'Alt+Shift+v'),
  sizing('wider', 'Alt+Shift+ArrowRight'),
  sizing('narrower', 'Alt+Shift+ArrowLeft'),
  sizing('taller', 'Alt+Shift+ArrowDown'),
  sizing('lower', 'Alt+Shift+ArrowUp'),
  {
    id: 'copy',
    keys: ['Ctrl+C'],
    byBrowser: true,
    inMenu: true,
    available: isSome,
    run: copy,
  },
  {
    id: 'cut',
    keys: ['Ctrl+X'],
    byBrowser: true,
    inMenu: true,
    available: isSomeOfTheirs,
    run: cut,
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
    id: 'picture',
    keys: ['i'],
    inMenu: 'ground',
    available: writes,
    run: surface => void choosePictures(surface),
  },
  {
    id: 'duplicate',
    keys: ['Ctrl+D'],
    inMenu: true,
    available: (surface, things) => writes(surface) && things.length > 0,
    run: duplicate,
  },
  {
    id: 'putAway',
    keys: ['Delete', 'Backspace'],
    inMenu: true,
    available: isSomeOfTheirs,
    run: (surface, things) => {
      putAwayAll(surface, removable(surface.session, things))
      surface.select([])
    },
  },
]
