import { type CardView, mayPutAway } from '@jointly/board'
import i18next from 'i18next'
import { notify } from '../ui/notices.ts'
import { copyByHand, type Forms, formsOf } from './clipboard.ts'
import type { Surface } from './surface.ts'

/** How forms reach the clipboard: with the browser's own event, or without one. */
type Take = (forms: Forms) => boolean

/** Copies cards; says what was copied, or that this browser does not let a page. */
export const copy = (surface: Surface, cards: readonly CardView[], take: Take = copyByHand): void => {
  const done = take(formsOf(surface.session, cards))
  notify(i18next.t(done ? 'canvas:copy.copied' : 'canvas:copy.failed', { count: cards.length }), {
    kind: done ? 'info' : 'bad',
  })
}

/** Copies cards and puts those away that this person may put away; the others stay, and that is said. */
export const cut = (surface: Surface, cards: readonly CardView[], take: Take = copyByHand): void => {
  const { session } = surface
  const going = cards.filter(card => mayPutAway(session.me, card))
  if (session.block.get() !== null || going.length === 0) {
    surface.sayWhyNot(i18next.t(session.block.get() === null ? 'canvas:copy.notYours' : 'canvas:blocked'))
    return
  }
  if (!take(formsOf(session, cards))) {
    notify(i18next.t('canvas:copy.failed'), { kind: 'bad' })
    return
  }
  session.edits.putAwayAll(going.map(({ id }) => id))
  surface.select(cards.filter(card => !going.includes(card)).map(({ id }) => id))
  const stay = cards.length - going.length
  const words = i18next.t('canvas:copy.cut', { count: going.length })
  notify(stay === 0 ? words : `${words} ${i18next.t('canvas:copy.stay', { count: stay })}`, {
    action: { label: i18next.t('canvas:undo'), onAction: () => session.undo() },
  })
}
