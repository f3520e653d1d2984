import { z } from 'zod'
import type { MemberId, SideId } from './ids.ts'
import type { Move } from './moves.ts'
import { decidingSides, type Member, present, type Side } from './people.ts'

const Text = z.string().trim().max(2000)

/**
 * The ground rules: one page that every deciding side accepts. The switches turn on what a side might not want: names in
 * the other side's exports, weights and points (bargaining secrets), the map, marks of who wrote which words.
 */
export const Rules = z.strictObject({
  attribution: z.enum(['named', 'side']),
  weights: z.boolean(),
  points: z.boolean(),
  map: z.boolean(),
  authorship: z.boolean(),
  record: Text,
  caucus: Text,
  observers: Text,
  press: Text,
  consensus: Text,
  fallback: Text,
})
export type Rules = z.infer<typeof Rules>

/** What holds while no rules are in force. */
export const NO_RULES: Rules = {
  attribution: 'named',
  weights: false,
  points: false,
  map: false,
  authorship: false,
  record: '',
  caucus: '',
  observers: '',
  press: '',
  consensus: '',
  fallback: '',
}

/** Ground rules as they were proposed, and which sides have accepted them through whom. */
export type RulesVersion = {
  readonly version: number
  readonly rules: Rules
  readonly by: MemberId
  readonly at: string
  readonly accepted: ReadonlyMap<SideId, MemberId>
  /** When they came into force; null where they have not, or never did. */
  readonly since: string | null
}

/** A proposal is accepted side by side, and is in force when every deciding side has; the next one replaces it then. */
export type RulesState = {
  readonly proposed: RulesVersion | null
  readonly inForce: (RulesVersion & { readonly since: string }) | null
  /** What was in force before, or was replaced by another proposal before all had accepted it. */
  readonly earlier: readonly RulesVersion[]
  /** Who has acknowledged which version; somebody who accepted one for a side has. */
  readonly acknowledged: ReadonlyMap<MemberId, number>
  /** Whoever was there when some came into force (their co-chairs spoke for them), and whoever has acknowledged them since. */
  readonly bound: ReadonlySet<MemberId>
}

export const NO_RULES_YET: RulesState = {
  proposed: null,
  inForce: null,
  earlier: [],
  acknowledged: new Map(),
  bound: new Set(),
}

/** [M9] The rules that hold now; before any are in force, the switches are off and names are shown. */
export const rulesInForce = ({ rules }: { readonly rules: RulesState }): Rules => rules.inForce?.rules ?? NO_RULES

type At = {
  readonly rules: RulesState
  readonly sides: readonly Side[]
  readonly members: ReadonlyMap<MemberId, Member>
}
type AboutRules = Extract<Move, { type: `rules.${string}` }>

/** [M9] The ground rules after a move about them. */
export const applyToRules = (at: At, move: AboutRules): RulesState => {
  const { rules } = at
  switch (move.type) {
    case 'rules.propose': {
      const proposed: RulesVersion = {
        ...{ version: nextVersion(rules), rules: move.rules, by: move.by, at: move.at },
        ...{ accepted: new Map(), since: null },
      }
      return { ...rules, proposed, earlier: replaced(rules, rules.proposed) }
    }
    case 'rules.accept':
      return accepted(at, move)
    case 'rules.acknowledge': {
      const acknowledged = new Map(rules.acknowledged).set(move.by, move.version)
      return { ...rules, acknowledged, bound: new Set([...rules.bound, move.by]) }
    }
  }
}

/** Every version so far, in the order in which they were proposed. */
export const rulesVersions = ({ earlier, inForce, proposed }: RulesState): RulesVersion[] =>
  [...earlier, inForce, proposed].filter(one => one !== null).sort((a, b) => a.version - b.version)

/** What was in force when a version was proposed: what it is a change of. */
export const rulesBefore = (rules: RulesState, { version, at }: RulesVersion): RulesVersion | null =>
  rulesVersions(rules).findLast(one => one.version < version && one.since !== null && one.since <= at) ?? null

const nextVersion = ({ proposed, inForce }: RulesState) => Math.max(proposed?.version ?? 0, inForce?.version ?? 0) + 1

const replaced = ({ earlier }: RulesState, version: RulesVersion | null) =>
  version === null ? earlier : [...earlier, version]

/** One side's yes; with the last deciding side's the proposal is in force. Forward only: what was done before stays done. */
const accepted = ({ rules, sides, members }: At, move: AboutRules): RulesState => {
  if (rules.proposed === null) return rules
  const yes = new Map(rules.proposed.accepted).set(move.side as SideId, move.by)
  const proposed = { ...rules.proposed, accepted: yes }
  const acknowledged = new Map(rules.acknowledged).set(move.by, proposed.version)
  if (!decidingSides(sides).every(side => yes.has(side))) return { ...rules, proposed, acknowledged }
  return {
    proposed: null,
    inForce: { ...proposed, since: move.at },
    earlier: replaced(rules, rules.inForce),
    acknowledged,
    bound: new Set([...rules.bound, ...present(members.values()).map(member => member.id)]),
  }
}
