import {
  CARD_WIDTH,
  type CardId,
  type CardKind,
  type Clipping,
  estimatedHeight,
  mayLay,
  middleOf,
  type Position,
} from '@jointly/board'
import i18next from 'i18next'
import { PICTURES } from '../cards/pictures.ts'
import { ProblemError } from '../session/api.ts'
import type { Composed } from '../session/edits.ts'
import { carryPicture } from '../session/pictures.ts'
import { chooseFiles } from '../ui/chooseFiles.ts'
import { notify } from '../ui/notices.ts'
import { type Box, overlap } from './box.ts'
import { fitting, inSight, toBoard } from './camera.ts'
import { type Pasted, readClipboard, readPasted } from './clipboard.ts'
import { focusThing } from './focus.ts'
import { canAdd, kindNow, kindsFor } from './rights.ts'
import type { Surface } from './surface.ts'
import { isInk, namesOf, type ThingId } from './thing.ts'
import { bringIntoSight } from './wording.ts'
import { kindAt } from './zones.ts'

const GAP = 24
/** Cards that were pasted together stand in columns of about so many. */
const IN_COLUMN = { few: 6, many: 12 }

/** Where things are pasted: under the pointer; null where there is none, as on a phone or with the keyboard alone. */
export const pointedAt = (surface: Surface): Position | null => {
  const pointer = surface.pointer.get()
  return pointer === null ? null : toBoard(surface.camera.get(), pointer)
}

/** Pastes what can be pasted at once, and asks about the rest. */
export const paste = (surface: Surface, pasted: Pasted | null, at: Position | null): void => {
  const { session } = surface
  if (session.block.get() !== null) surface.sayWhyNot(i18next.t('canvas:blocked'))
  else if (pasted === null) surface.sayWhyNot(i18next.t('canvas:paste.nothing'))
  else if (pasted.is === 'copied' && !mayLay(pasted.clipping, session.place.document))
    surface.sayWhyNot(i18next.t('canvas:paste.ofCaucus'))
  else if (pasted.is === 'copied') void layCopied(surface, pasted.clipping, at)
  else if (pasted.is === 'words') postTexts(surface, { texts: [pasted.text], kind: kindHere(surface, at), at })
  else surface.pasting.set({ ...pasted, at })
}

/** Pastes without a key: where the browser does not let a page look at the clipboard, a field is there to paste into. */
export const pasteByHand = async (surface: Surface): Promise<void> => {
  const at = pointedAt(surface)
  const found = await readClipboard()
  if (found === null) surface.pasting.set({ is: 'ask', at })
  else paste(surface, readPasted(found), at)
}

/** Asks for pictures of this device: a phone offers its camera, and what it has taken. */
export const choosePictures = async (surface: Surface): Promise<void> => {
  const at = pointedAt(surface)
  const files = await chooseFiles({ accept: PICTURES })
  if (files.length > 0) paste(surface, { is: 'pictures', files }, at)
}

/** Posts one card where one pointed, else in the middle of what is in sight, and shows it. */
export const postHere = (surface: Surface, card: Composed, at: Position | null): CardId | null => {
  const sight = inSight(surface.camera.get(), surface.screen.get())
  const middle = { x: sight.x + (sight.w - CARD_WIDTH) / 2, y: sight.y + sight.h / 3 }
  const { x, y } = besideWhatStands(surface, at ?? middle)
  const id = surface.session.edits.post({ ...card, pos: { x: Math.round(x), y: Math.round(y) } })
  const posted = id === null ? undefined : surface.card(id)
  if (posted !== undefined) {
    surface.select([posted.id])
    bringIntoSight(surface, posted)
  }
  return id
}

/** The kind that pasted words become: the zone's, where one points at one. */
export const kindHere = (surface: Surface, at: Position | null): CardKind => {
  const ofPlace = at === null ? null : kindAt(surface, at)
  return ofPlace !== null && kindsFor(surface.session).includes(ofPlace) ? ofPlace : kindNow(surface.session)
}

const layCopied = async (surface: Surface, clipping: Clipping, at: Position | null): Promise<void> => {
  const whole = await withPictures(surface, clipping)
  show(surface, lay(surface, whole, placeFor(surface, whole, at)))
}

/** Lays copied things around a point; an interest stands in its side's column: somebody without a side lays a note. */
export const lay = ({ session }: Surface, clipping: Clipping, at: Position): readonly ThingId[] => {
  const cards = clipping.cards.map(card => (canAdd(session, card.kind) ? card : { ...card, kind: 'note' as const }))
  const laid = session.edits.lay({ ...clipping, cards }, at)
  return laid === null ? [] : [...laid.cards, ...laid.marks]
}

/** Pictures are kept under their own board's access: those of another board are brought along, or left behind and said so. */
const withPictures = async ({ session }: Surface, clipping: Clipping): Promise<Clipping> => {
  const { from } = clipping
  const to = { board: session.opened.board.id, as: session.id, document: session.place.document }
  // Those of a caucus are laid in it alone.
  if (from.board === to.board) return clipping
  const lost = new Set<number>()
  const cards = await Promise.all(
    clipping.cards.map(async (card, i) => {
      if (card.image === undefined) return card
      const image = await carryPicture(card.image, { from, to }).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error
        lost.add(i)
      })
      const { image: _left, ...rest } = card
      return image === undefined ? rest : { ...rest, image }
    }),
  )
  if (lost.size > 0) notify(i18next.t('cards:picture.notCarried', { count: lost.size }), { kind: 'bad' })
  return { ...clipping, cards }
}

/** Around the pointer, else the middle of what is in sight; never exactly upon the same. */
const placeFor = (surface: Surface, clipping: Clipping, at: Position | null): Position => {
  const sight = inSight(surface.camera.get(), surface.screen.get())
  const middle = middleOf(clipping)
  const place = at ?? { x: sight.x + sight.w / 2, y: sight.y + sight.h / 2 }
  const { pos = middle } = [...clipping.cards, ...clipping.marks][0] ?? {}
  const first = { x: pos.x + Math.round(place.x - middle.x), y: pos.y + Math.round(place.y - middle.y) }
  const free = besideWhatStands(surface, first)
  return { x: place.x + free.x - first.x, y: place.y + free.y - first.y }
}

/** This place, or a little further: nothing comes to lie exactly upon another and hides it. */
const besideWhatStands = ({ session }: Surface, { x, y }: Position): Position => {
  const { cards, marks } = session.view.get()
  const taken = new Set(
    [...cards, ...marks].flatMap(({ pos, gone }) => (gone ? [] : [`${Math.round(pos.x)} ${Math.round(pos.y)}`])),
  )
  let by = 0
  while (taken.has(`${Math.round(x + by)} ${Math.round(y + by)}`)) by += GAP
  return { x: x + by, y: y + by }
}

export type Texts = { readonly texts: readonly string[]; readonly kind: CardKind; readonly at: Position | null }

/** Posts a card for each text: in columns from a point on; without one each takes the next free place of its kind. */
export const postTexts = (surface: Surface, { texts, kind, at }: Texts): void => {
  const places = at === null ? [] : columnsFrom(at, texts)
  show(surface, surface.session.edits.postAll(texts.map((text, i) => ({ kind, text, pos: places[i] }))))
}

/** Places for texts in columns, each as tall as its words make it. */
const columnsFrom = (at: Position, texts: readonly string[]): readonly Position[] => {
  const most = texts.length > IN_COLUMN.few * 4 ? IN_COLUMN.many : IN_COLUMN.few
  let y = at.y
  return texts.map((text, i) => {
    if (i % most === 0) y = at.y
    const pos = { x: Math.round(at.x + Math.floor(i / most) * (CARD_WIDTH + GAP)), y: Math.round(y) }
    y += estimatedHeight(text.length, CARD_WIDTH) + GAP
    return pos
  })
}

/** What has just come is selected, in sight, and said. */
const show = (surface: Surface, ids: readonly ThingId[]): void => {
  const things = ids.flatMap(id => surface.thing(id) ?? [])
  const first = things.find(thing => !isInk(thing))
  const hull = surface.hullOf(things)
  if (hull === null) return
  surface.select(ids)
  const sight: Box = inSight(surface.camera.get(), surface.screen.get())
  if (!overlap(hull, sight)) surface.move(fitting(hull, surface.screen.get(), 96), { smooth: true })
  if (first !== undefined) focusThing(surface, first)
  notify(i18next.t(`canvas:paste.pasted.${namesOf(things)}`, { count: ids.length }), {
    action: { label: i18next.t('canvas:undo'), onAction: () => surface.session.undo() },
  })
}
