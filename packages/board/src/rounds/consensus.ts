import type { SideId } from '../ids.ts'
import { decidingSides, type Side } from '../people.ts'
import { fewestChanged, mayFollow, shownOf } from '../weighing/disclosure.ts'
import { type ConsensusAnswer, meaningOf, type Signal, signalsOf } from './consensusScales.ts'
import type { EarlierResult, Material } from './results.ts'
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

/** In the order of the scale: the order in which answers lie is that of people. */
const counted = (given: readonly Given[], { scale }: Round): Readonly<Partial<Record<Signal, number>>> =>
  Object.fromEntries(
    signalsOf(scale).flatMap(signal => {
      const count = given.filter(({ answer }) => answer.signal === signal).length
      return count > 0 ? [[signal, count]] : []
    }),
  )

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

const each = (signals: Readonly<Partial<Record<Signal, number>>>): readonly Signal[] =>
  (Object.keys(signals) as Signal[]).flatMap(signal => Array.from({ length: signals[signal] ?? 0 }, () => signal))

/**
 * [Q18] Whether a side's signals may be told beside what it has seen of an earlier test of the same; where single signals
 * were not to be seen nobody can say how many changed, and then only that it stands where it stood. Signals of two scales
 * are told apart by what they come to.
 */
const standsBeside = (before: EarlierResult, side: SideId, now: readonly Given[], { round }: Material): boolean => {
  // What came before a test is of its kind too.
  const { outcomes, signals } = before.result as ConsensusResult
  const outcome = outcomes[side]
  if (outcome == null || round.anonymity === 'named') return true
  const was = signals[side]
  if (was == null || round.anonymity === 'none') return outcome === outcomeOf(now, round, side)
  const mark = ({ scale }: Round, signal: Signal) =>
    before.round.scale === round.scale ? signal : meaningOf(scale, signal)
  const changed = fewestChanged(
    each(was).map(signal => mark(before.round, signal)),
    now.map(({ answer }) => mark(round, answer.signal)),
  )
  return mayFollow({ ...round, changed })
}

/** The same words, whatever number they were proposed under; the same option, worded as it was. */
const isSameSubject = ({ subject: one }: Round, { subject: other }: Round) =>
  one.agreement?.hash === other.agreement?.hash && JSON.stringify(one.options) === JSON.stringify(other.options)

/** Why nothing is told of where a side stands; null where it is told. */
const hiddenWhy = (material: Material, side: SideId, own: readonly Given[]): SideOfResult['hidden'] | null => {
  const { round, earlier } = material
  if (shownOf({ ...round, answered: own.length }) === 'answered') return 'few'
  const follows = earlier(side)
    .filter(one => isSameSubject(one.round, round))
    .every(one => standsBeside(one, side, own, material))
  return follows ? null : 'few-changed'
}

/** [N23] What a consensus test brings: of each side where it stands, and as much of how it came to that as it shows. */
export const consensusResult = (material: Material): ConsensusResult => {
  const { round, answers, spread } = material
  const depthOfSide = (side: SideId) => depthOf(round.anonymity, spread[side] ?? false)
  const shownOfSide = (side: SideId): Shown => {
    // A round takes answers of its own kind.
    const own = (answers as readonly Given[]).filter(answer => answer.side === side)
    const standing = { answered: own.length, spread: spread[side] ?? false }
    const hidden = hiddenWhy(material, side, own)
    if (hidden != null) return { ...HIDDEN, standing: { ...standing, hidden } }
    const depth = depthOfSide(side)
    return {
      standing,
      outcome: outcomeOf(own, round, side),
      signals: depth === 'names' || depth === 'marks' ? counted(own, round) : null,
      reasons: depth === 'marks' ? reasonsIn(own) : [],
    }
  }
  // Object.keys forgets what its keys are.
  const shown = (Object.keys(spread) as SideId[]).map(side => [side, shownOfSide(side)] as const)
  const of = <Part>(part: (one: Shown) => Part) => Object.fromEntries(shown.map(([side, one]) => [side, part(one)]))
  const named = (answers as readonly Given[])
    .filter(({ side }) => depthOfSide(side) === 'names')
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
