import type { CardKind } from '@jointly/board'

type Traits = {
  /** Says where it comes from. */
  readonly sourced?: true
  /** Says when an option meets it. */
  readonly anchored?: true
  /** Is an option: it serves interests, and one may describe today. */
  readonly serves?: true
  /** Stands in its side's column, so only somebody with a side makes one. */
  readonly sided?: true
  /** Is a group: other cards lie in it. */
  readonly holds?: true
}

/** What can be done with a kind of card beside wording it; a row per kind. */
const CARD_TRAITS = {
  fact: { sourced: true },
  interest: { sided: true },
  option: { serves: true },
  criterion: { anchored: true },
  question: {},
  note: {},
  cluster: { holds: true },
} as const satisfies Record<CardKind, Traits>

export const traitsOf = (kind: CardKind): Traits => CARD_TRAITS[kind]
