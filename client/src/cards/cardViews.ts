import type { CardKind, CardView } from '@jointly/board'
import { CircleHelp, Group, Lightbulb, type LucideIcon, Quote, Ruler, Sprout, StickyNote } from 'lucide-react'
import type { ComponentType } from 'react'
import { CriterionFoot } from './CriterionFoot.tsx'
import { CurrentChip } from './CurrentChip.tsx'
import { FactFoot } from './FactFoot.tsx'
import { InterestFoot } from './InterestFoot.tsx'
import { Serves } from './Serves.tsx'

type CardViewRow = {
  readonly Icon: LucideIcon
  /** What stands below the words beside the author: what others say to it, what it serves, where it is from. */
  readonly Foot: ComponentType<{ card: CardView }> | null
  /** What takes more room: beside the words where there is enough, else below. */
  readonly Beside: ComponentType<{ card: CardView }> | null
}

/** How each kind of card looks where it differs from the others; a row per kind. */
const CARD_VIEWS = {
  fact: { Icon: Quote, Foot: FactFoot, Beside: null },
  interest: { Icon: Sprout, Foot: InterestFoot, Beside: null },
  option: { Icon: Lightbulb, Foot: CurrentChip, Beside: Serves },
  criterion: { Icon: Ruler, Foot: CriterionFoot, Beside: null },
  question: { Icon: CircleHelp, Foot: null, Beside: null },
  note: { Icon: StickyNote, Foot: null, Beside: null },
  cluster: { Icon: Group, Foot: null, Beside: null },
} as const satisfies Record<CardKind, CardViewRow>

export const viewOf = (kind: CardKind): CardViewRow => CARD_VIEWS[kind]
