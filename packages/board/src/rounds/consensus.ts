import type { SideId } from '../ids.ts'
import { decidingSides, type Side } from '../people.ts'
import { type Anonymity, shownOf } from '../weighing/disclosure.ts'
import { type ConsensusAnswer, meaningOf, type Signal } from './consensusScales.ts'
import type { Material } from './results.ts'
import type { Round, SealedAnswer } from './round.ts'
import { depthOf, type NamedBy, type SideOfResult } from './tally.ts'

/** Where one side stands; `short`: fewer answered than its quorum. */
export type SideOutcome = 'supports' | 'not-ready' | 'blocks' | 'short'

export type Reason = Omit<ConsensusAnswer, 'signal'>

export type ConsensusResult = {
  readonly sides: Readonly<Record<SideId, SideOfResult>>
  /** Of a side of which more than how many answered may be shown. */
  readonly outcomes: Readonly<Record<SideId, SideOutcome | null>>
  /** How many gave each signal, where the side shows how it is spread. */
  readonly signals: Readonly<Record<SideId, Readonly<Partial<Record<Signal, number>>> | null>>
  /** Reasons without names, in an order that says nothing. */
  readonly reasons: Readonly<Record<SideId, readonly Reason[]>>
  readonly people?: readonly NamedBy<ConsensusAnswer>[]
}

type Given = Omit<SealedAnswer, 'answer'> & { readonly answer: ConsensusAnswer }

const outcomeOf = (given: readonly Given[], { scale, quorum }: Round, side: SideId): SideOutcome => {
  const meanings = given.map(({ answer }) => meaningOf(scale, answer.signal))
  if (meanings.includes('blocks')) return 'blocks'
  if (given.length < (quorum?.[side] ?? 1)) return 'short'
  return meanings.includes('not-ready') || !meanings.includes('supports') ? 'not-ready' : 'supports'
}

const counted = (given: readonly Given[]) => {
  const counts: Partial<Record<Signal, number>> = {}
  for (const { answer } of given) counts[answer.signal] = (counts[answer.signal] ?? 0) + 1
  return counts
}

/** By what is said, and not by when it came or from whom. */
const reasonsIn = (given: readonly Given[]): Reason[] =>
  given
    .map(({ answer: { signal: _signal, ...reason } }) => reason)
    .filter(reason => Object.keys(reason).length > 0)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

type Shown = {
  readonly standing: SideOfResult
  readonly outcome: SideOutcome | null
  readonly signals: ConsensusResult['signals'][SideId]
  readonly reasons: readonly Reason[]
}
const HIDDEN = { outcome: null, signals: null, reasons: [] } as const

/** [N23] How many must have changed their signal at least; null where what was shown does not tell. */
const fewestChanged = (before: ConsensusResult, side: SideId, shown: Shown): number | null => {
  const was = before.signals[side]
  if (was == null || shown.signals === null) return null
  const signals = new Set([...Object.keys(was), ...Object.keys(shown.signals)]) as Set<Signal>
  let [gone, come] = [0, 0]
  for (const signal of signals) {
    const moved = (shown.signals[signal] ?? 0) - (was[signal] ?? 0)
    if (moved > 0) come += moved
    else gone -= moved
  }
  return Math.max(gone, come)
}

/** [Q18] Without names nothing new is told of a side beside an earlier result to the same question, where too few changed. */
const standsBeside = (earlier: readonly ConsensusResult[], side: SideId, shown: Shown, anonymity: Anonymity): boolean =>
  anonymity === 'named' ||
  earlier.every(before => {
    if (before.outcomes[side] == null) return true
    const changed = fewestChanged(before, side, shown)
    return changed === null
      ? before.outcomes[side] === shown.outcome && shown.signals === null
      : shownOf({ anonymity, answered: changed }) === 'result'
  })

const isSameSubject = (one: Round, other: Round) => JSON.stringify(one.subject) === JSON.stringify(other.subject)

/** [N23] What a consensus test brings: of each side where it stands, and as much of how it came to that as it shows. */
export const consensusResult = ({ round, answers, spread, earlier }: Material): ConsensusResult => {
  const { anonymity } = round
  // A round takes answers of its own kind, and what came before it is of that kind too.
  const given = answers as readonly Given[]
  const same = earlier.filter(one => isSameSubject(one.round, round)).map(({ result }) => result as ConsensusResult)
  const shownOfSide = (side: SideId): Shown => {
    const own = given.filter(answer => answer.side === side)
    const depth = depthOf(anonymity, spread[side] ?? false)
    const standing = { answered: own.length, spread: spread[side] ?? false }
    if (shownOf({ anonymity, answered: own.length }) === 'answered')
      return { ...HIDDEN, standing: { ...standing, hidden: 'few' } }
    const single = depth === 'names' || depth === 'marks'
    const shown = {
      standing,
      outcome: outcomeOf(own, round, side),
      signals: single ? counted(own) : null,
      reasons: depth === 'marks' ? reasonsIn(own) : [],
    }
    return standsBeside(same, side, shown, anonymity)
      ? shown
      : { ...HIDDEN, standing: { ...standing, hidden: 'few-changed' } }
  }
  // Object.keys forgets what its keys are.
  const shown = (Object.keys(spread) as SideId[]).map(side => [side, shownOfSide(side)] as const)
  const of = <Part>(part: (one: Shown) => Part) => Object.fromEntries(shown.map(([side, one]) => [side, part(one)]))
  const named = given
    .filter(({ side }) => depthOf(anonymity, spread[side] ?? false) === 'names')
    .sort((a, b) => (a.member < b.member ? -1 : 1))
  return {
    sides: of(({ standing }) => standing),
    outcomes: of(({ outcome }) => outcome),
    signals: of(({ signals }) => signals),
    reasons: of(({ reasons }) => reasons),
    ...(named.length > 0 && { people: named.map(({ member, side, answer }) => ({ member, side, ...answer })) }),
  }
}

/** Where the deciding sides stand together; `unknown` where too little of one of them may be shown to say. */
export type ConsensusOutcome = 'reached' | 'blocked' | 'not-ready' | 'unknown'

/**
 * [N22] Heads are never pooled: one side that blocks blocks, one that is not ready or short of its quorum holds, and there
 * is consensus where every deciding side supports. What advising sides say changes nothing of that.
 */
export const outcomeOfSides = ({ outcomes }: ConsensusResult, sides: readonly Side[]): ConsensusOutcome => {
  const deciding = decidingSides(sides).map(side => outcomes[side] ?? null)
  if (deciding.includes('blocks')) return 'blocked'
  if (deciding.includes(null)) return 'unknown'
  return deciding.every(outcome => outcome === 'supports') ? 'reached' : 'not-ready'
}
