import { CARD_KINDS, type CardView, type FrameView, type InkView, type MarkView } from '@jointly/board'

/** What can be selected, moved and put away on the whiteboard: a card, a frame, a stroke of ink. */
export type Thing = CardView | MarkView
export type ThingId = Thing['id']

export const isCard = (thing: Thing): thing is CardView => thing.kind in CARD_KINDS
export const isFrame = (thing: Thing): thing is FrameView => thing.kind === 'frame'
export const isInk = (thing: Thing): thing is InkView => thing.kind === 'ink'

export const idsOf = <T extends Thing>(things: readonly T[]): T['id'][] => things.map(({ id }) => id)

/** Large frames lie below small ones. */
export const largeFirst = ({ size: a }: FrameView, { size: b }: FrameView): number => b.w * b.h - a.w * a.h

/** Whether words about these speak of cards, or of things. */
export const namesOf = (things: readonly Thing[]): 'cards' | 'things' => (things.every(isCard) ? 'cards' : 'things')
