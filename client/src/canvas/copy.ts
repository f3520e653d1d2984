import { type Clipping, clip, clippable, middleOf } from '@jointly/board'
import i18next from 'i18next'
import { notify } from '../ui/notices.ts'
import { withCarried } from './carried.ts'
import { copyByHand, type Forms, formsOf } from './clipboard.ts'
import { lay } from './paste.ts'
import { removable } from './rights.ts'
import type { Surface } from './surface.ts'
import { idsOf, isCard, namesOf, type Thing } from './thing.ts'

/** How forms reach the clipboard: with the browser's own event, or without one. */
type Take = (forms: Forms) => boolean

/** Things on a clipboard, with what lies on frames and in groups, and how many more there were than it holds. */
type Copied = { readonly clipping: Clipping; readonly things: readonly Thing[]; readonly left: number }

const copied = (surface: Surface, things: readonly Thing[]): Copied => {
  const { session } = surface
  const board = session.view.get()
  const all = withCarried(surface, things)
  const taken = clippable(board, new Set(idsOf(all)))
  return {
    clipping: clip(board, taken, {
      ...{ board: session.opened.board.id, as: session.id },
      document: session.place.document,
    }),
    things: all.filter(({ id }) => taken.has(id)),
    left: all.length - taken.size,
  }
}

const undoable = ({ session }: Surface) => ({ label: i18next.t('canvas:undo'), onAction: () => session.undo() })
const joined = (...sentences: readonly (string | false)[]): string => sentences.filter(Boolean).join(' ')
/** No more than this came along. */
const saidLeft = (left: number): string | false => left > 0 && i18next.t('canvas:copy.left', { count: left })

const sayFailed = (): void => void notify(i18next.t('canvas:copy.failed'), { kind: 'bad' })

/** Copies things; says what was copied, or that this browser does not let a page. */
export const copy = (surface: Surface, things: readonly Thing[], take: Take = copyByHand): void => {
  const { clipping, things: taken, left } = copied(surface, things)
  if (!take(formsOf(clipping))) return sayFailed()
  notify(joined(i18next.t(`canvas:copy.copied.${namesOf(taken)}`, { count: taken.length }), saidLeft(left)))
}

/** Copies things and puts those away that this person may put away; the others stay, and that is said. */
export const cut = (surface: Surface, things: readonly Thing[], take: Take = copyByHand): void => {
  const { session } = surface
  const { clipping, things: taken, left } = copied(surface, things)
  const going = removable(session, taken)
  if (session.block.get() !== null || going.length === 0)
    return surface.sayWhyNot(i18next.t(session.block.get() === null ? 'canvas:copy.notYours' : 'canvas:blocked'))
  if (!take(formsOf(clipping))) return sayFailed()
  putAwayAll(surface, going)
  surface.select(idsOf(things.filter(thing => !going.includes(thing))))
  const stay = taken.length - going.length
  const words = joined(
    i18next.t(`canvas:copy.cut.${namesOf(going)}`, { count: going.length }),
    stay > 0 && i18next.t('canvas:copy.stay', { count: stay }),
    saidLeft(left),
  )
  notify(words, { action: undoable(surface) })
}

/** How far a duplicate lies from what it is a copy of. */
const BESIDE = 24

/** Copies things beside themselves, without the clipboard. */
export const duplicate = (surface: Surface, things: readonly Thing[]): void => {
  const { clipping, left } = copied(surface, things)
  const { x, y } = middleOf(clipping)
  surface.select(lay(surface, clipping, { x: x + BESIDE, y: y + BESIDE }))
  if (left > 0) notify(i18next.t('canvas:copy.left', { count: left }))
}

/** Puts things away, as one step of undo. */
export const putAwayAll = (surface: Surface, things: readonly Thing[]): void =>
  void surface.session.edits.putAwayAll(
    things.flatMap(thing => (isCard(thing) ? [thing.id] : [])),
    things.flatMap(thing => (isCard(thing) ? [] : [thing.id])),
  )
