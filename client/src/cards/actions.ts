import {
  actRefusal,
  type CardView,
  erasureOf,
  type Member,
  mayPutAway,
  mayWrite,
  openComments,
  refusalOf,
} from '@jointly/board'
import type { BoardSession } from '../session/board-session.ts'
import { takeMove } from '../session/moves.ts'
import { traitsOf } from './cardTraits.ts'
import { talk } from './comments/talk.ts'

/** What an action on a card is done with. The openers show what needs more than one press. */
export type CardDesk = {
  readonly session: BoardSession
  readonly me: Member
  /** Nobody writes now: paused, or an observer. */
  readonly blocked: boolean
  readonly startWording: (card: CardView, at: string) => void
  readonly openConnect: (card: CardView) => void
  readonly openSource: (card: CardView) => void
  readonly openAnchor: (card: CardView) => void
  readonly openPicture: (card: CardView) => void
  readonly openAlt: (card: CardView) => void
  readonly openBring: (card: CardView) => void
  readonly showLink: (card: CardView) => void
  readonly say: (done: 'duplicated' | 'putAway' | 'bringBack', card: CardView) => void
}

export type CardActionId =
  | 'edit'
  | 'comment'
  | 'connect'
  | 'setCurrent'
  | 'unsetCurrent'
  | 'editSource'
  | 'addSource'
  | 'editAnchor'
  | 'addAnchor'
  | 'openPicture'
  | 'editAlt'
  | 'bringToTable'
  | 'duplicate'
  | 'copyLink'
  | 'putAway'
  | 'bringBack'
  | 'proposeErasing'

type CardAction = {
  readonly id: CardActionId
  /** The key on a focused card, as the key sheet shows it. */
  readonly keys?: string
  readonly danger?: true
  readonly available: (card: CardView, desk: CardDesk) => boolean
  readonly run: (card: CardView, desk: CardDesk, at: string) => void
}

/** Whether its words can be changed by this person now: their right, and the stage that alone may be open. */
export const mayWordNow = (card: CardView, desk: CardDesk) =>
  !desk.blocked &&
  !card.gone &&
  !isErased(card, desk) &&
  actRefusal(desk.me, { act: 'word card', card, id: card.id }, desk.session.circumstances.get()) === null
/** Its content is gone for good: it is put away and brought back, and nothing else. */
const isErased = (card: CardView, { session }: CardDesk) => erasureOf(session.process.get(), card.id) !== undefined
const isOption = (card: CardView) => traitsOf(card.kind).serves === true
const isSourced = (card: CardView) => traitsOf(card.kind).sourced === true
const isAnchored = (card: CardView) => traitsOf(card.kind).anchored === true
const writes = ({ blocked, me }: CardDesk) => !blocked && mayWrite(me)

/** Everything that can be done to a card, once: read by its menu, by the keyboard and by the palette. */
export const CARD_ACTIONS: readonly CardAction[] = [
  {
    id: 'edit',
    keys: 'Enter',
    available: mayWordNow,
    run: (card, desk, at) => desk.startWording(card, at),
  },
  {
    id: 'comment',
    keys: 'c',
    // Whoever may say nothing of it reads what is there.
    available: (card, desk) =>
      !card.gone && ((writes(desk) && !isErased(card, desk)) || openComments(desk.session.view.get()).has(card.id)),
    run: card => talk.set({ about: card.id }),
  },
  {
    id: 'connect',
    available: (card, desk) => isOption(card) && !card.gone && writes(desk) && !isErased(card, desk),
    run: (card, desk) => desk.openConnect(card),
  },
  {
    id: 'setCurrent',
    available: (card, desk) => isOption(card) && !card.current && mayWordNow(card, desk),
    run: (card, { session }) => session.edits.setCurrent(card.id, true),
  },
  {
    id: 'unsetCurrent',
    available: (card, desk) => isOption(card) && card.current === true && mayWordNow(card, desk),
    run: (card, { session }) => session.edits.setCurrent(card.id, false),
  },
  {
    id: 'addSource',
    available: (card, desk) => isSourced(card) && card.source === undefined && mayWordNow(card, desk),
    run: (card, desk) => desk.openSource(card),
  },
  {
    id: 'editSource',
    available: (card, desk) => isSourced(card) && card.source !== undefined && mayWordNow(card, desk),
    run: (card, desk) => desk.openSource(card),
  },
  {
    id: 'addAnchor',
    available: (card, desk) => isAnchored(card) && card.anchor === undefined && mayWordNow(card, desk),
    run: (card, desk) => desk.openAnchor(card),
  },
  {
    id: 'editAnchor',
    available: (card, desk) => isAnchored(card) && card.anchor !== undefined && mayWordNow(card, desk),
    run: (card, desk) => desk.openAnchor(card),
  },
  {
    id: 'openPicture',
    available: card => card.image !== undefined && !card.gone,
    run: (card, desk) => desk.openPicture(card),
  },
  {
    id: 'editAlt',
    available: (card, desk) => card.image !== undefined && mayWordNow(card, desk),
    run: (card, desk) => desk.openAlt(card),
  },
  {
    id: 'bringToTable',
    available: (card, { session, me }) => session.place.document.kind === 'caucus' && !card.gone && mayWrite(me),
    run: (card, desk) => desk.openBring(card),
  },
  {
    id: 'duplicate',
    keys: 'Ctrl+D',
    // Somebody without a side has no column for an interest of their own.
    available: (card, desk) =>
      !card.gone &&
      !isErased(card, desk) &&
      writes(desk) &&
      (traitsOf(card.kind).sided !== true || desk.me.side !== null),
    run: (card, desk) => {
      if (desk.session.edits.duplicate(card.id) !== null) desk.say('duplicated', card)
    },
  },
  {
    id: 'copyLink',
    available: card => !card.gone,
    run: (card, desk) => desk.showLink(card),
  },
  {
    id: 'putAway',
    keys: 'Delete',
    available: (card, { blocked, me }) => !blocked && !card.gone && mayPutAway(me, card),
    run: (card, desk) => {
      desk.session.edits.putAway(card.id)
      desk.say('putAway', card)
    },
  },
  {
    id: 'bringBack',
    keys: 'Delete',
    available: (card, { blocked, me }) => !blocked && card.gone === true && mayPutAway(me, card),
    run: (card, desk) => {
      desk.session.edits.bringBack(card.id)
      desk.say('bringBack', card)
    },
  },
  {
    id: 'proposeErasing',
    available: (card, { session, me }) =>
      session.place.document.kind === 'joint' &&
      refusalOf({
        ...{ process: session.process.get(), board: session.view.get(), member: me, now: Date.now() },
        move: { type: 'erase.propose', cards: [card.id] },
      }) === null,
    run: (card, { session }) => void takeMove(session, { type: 'erase.propose', cards: [card.id] }),
  },
]

export const actionsFor = (card: CardView, desk: CardDesk): CardAction[] =>
  CARD_ACTIONS.filter(action => action.available(card, desk))

/** The action that a key on a focused card asks for, if it is allowed. */
export const actionForKey = (keys: string, card: CardView, desk: CardDesk): CardAction | undefined =>
  actionsFor(card, desk).find(action => action.keys === keys)
