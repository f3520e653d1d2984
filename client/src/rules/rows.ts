import type { Rules } from '@jointly/board'

type Named<Value> = { [Name in keyof Rules]: Rules[Name] extends Value ? Name : never }[keyof Rules]
/** What stands on the page in words, in its order. */
export type RuleText = Exclude<Named<string>, 'attribution'>
export type RuleSwitch = Named<boolean>

export const RULE_TEXTS = Object.keys({
  consensus: true,
  fallback: true,
  caucus: true,
  record: true,
  observers: true,
  press: true,
} satisfies Record<RuleText, true>) as RuleText[]

/** What a side might not want, and what is off until all do. */
export const RULE_SWITCHES = Object.keys({
  weights: true,
  points: true,
  map: true,
  authorship: true,
} satisfies Record<RuleSwitch, true>) as RuleSwitch[]

/** How those who wrote are named to the other side. */
export const ATTRIBUTIONS = Object.keys({
  named: true,
  side: true,
} satisfies Record<Rules['attribution'], true>) as Rules['attribution'][]
