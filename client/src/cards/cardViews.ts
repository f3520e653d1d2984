import type { CardKind, CardView } from '@jointly/board'
import { CircleHelp, Group, Lightbulb, type LucideIcon, Quote, Ruler, Sprout, StickyNote } from 'lucide-react'
import type { ComponentType } from 'react'
import { FactFoot } from './FactFoot.tsx'
import { InterestFoot } from './InterestFoot.tsx'
import { OptionFoot } from './OptionFoot.tsx'

type CardViewRow = {
  readonly Icon: LucideIcon
  /** What stands below the words beside the author: what others say to it, what it serves, where it is from. */
  readonly Foot: ComponentType<{ card: CardView }> | null
}

/** How each kind of card looks where it differs from the others; a row per kind. */
export const CARD_VIEWS = {
  fact: { Icon: Quote, Foot: FactFoot },
  interest: { Icon: Sprout, Foot: InterestFoot },
  option: { Icon: Lightbulb, Foot: OptionFoot },
  criterion: { Icon: Ruler, Foot: null },
  question: { Icon: CircleHelp, Foot: null },
  note: { Icon: StickyNote, Foot: null },
  cluster: { Icon: Group, Foot: null },
} as const satisfies Record<CardKind, CardViewRow>

export const viewOf = (kind: CardKind): CardViewRow => CARD_VIEWS[kind]
