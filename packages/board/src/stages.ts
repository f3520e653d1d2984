import type { CardKind } from './cards.ts'

type StageRow = {
  /** The kinds of card that are made at this stage; with `only`, the only ones that may be. */
  readonly makes: readonly CardKind[]
}

/** A row per kind of stage; a template strings them into steps. */
export const STAGES = {
  issue: { makes: ['fact', 'question'] },
  story: { makes: ['fact', 'question'] },
  interests: { makes: ['interest'] },
  options: { makes: ['option'] },
  criteria: { makes: ['criterion'] },
  weighing: { makes: [] },
  agreement: { makes: [] },
  'follow-up': { makes: [] },
} as const satisfies Record<string, StageRow>
export type StageKind = keyof typeof STAGES
