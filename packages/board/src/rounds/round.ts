import { z } from 'zod'
import type { AgreementVersion } from '../agreement/agreement.ts'
import { CardId, type MemberId, RoundId, SideId } from '../ids.ts'
import { type Member, present, ROLES } from '../people.ts'
import type { Rules } from '../rules.ts'
import type { Anonymity } from '../weighing/disclosure.ts'
import { Answer, ROUND_KINDS, type RoundKind } from './answers.ts'
import { CONSENSUS_SCALES, type ConsensusScale } from './consensusScales.ts'
import { PULSE_SCALES, type PulseScale } from './pulseScales.ts'
import type { RoundResult } from './results.ts'

/** What is answered in: the everyday words, or points where the ground rules have switched them on; signals; steps. */
export type RoundScale = 'words' | 'points' | ConsensusScale | PulseScale
const ROUND_SCALES = [
  'words',
  'points',
  ...(Object.keys(CONSENSUS_SCALES) as ConsensusScale[]),
  ...(Object.keys(PULSE_SCALES) as PulseScale[]),
] as const satisfies readonly RoundScale[]

/** How many of each a round can name. */
export const MOST_ASKED = { options: 200, criteria: 50 } as const

const ANONYMITIES = ['named', 'side', 'none'] as const satisfies readonly Anonymity[]

/** What members ask for; the minutes keep another form of some of it (`RoundEntry`). */
export const ROUND_REQUESTS = [
  z.strictObject({
    type: z.literal('round.open'),
    round: RoundId,
    kind: z.enum(ROUND_KINDS),
    /** The first scale of the kind where it is not said (`kinds.ts`). */
    scale: z.enum(ROUND_SCALES).optional(),
    /** Whether answers are shown with names, with their side alone, or as a side's mean alone. */
    anonymity: z.enum(ANONYMITIES),
    /** Answers are taken until then; without it, until somebody closes. */
    closesAt: z.iso.datetime().optional(),
    /** What is asked about: all options and criteria on the table that the kind needs, where it is not said. */
    subject: z
      .strictObject({
        options: z.array(CardId).max(MOST_ASKED.options),
        criteria: z.array(CardId).max(MOST_ASKED.criteria),
        /** The version of the agreement. */
        agreement: z.number().int().min(1),
      })
      .partial()
      .optional(),
    /** How many of each side must answer for it to have spoken; more than half of it where that is not said. */
    quorum: z.record(SideId, z.number().int().min(1)).optional(),
  }),
  z.strictObject({ type: z.literal('round.submit'), round: RoundId, answer: Answer }),
  z.strictObject({ type: z.literal('round.close'), round: RoundId }),
  z.strictObject({ type: z.literal('round.release'), round: RoundId, spread: z.literal(true).optional() }),
  z.strictObject({ type: z.literal('round.hold'), round: RoundId }),
  z.strictObject({ type: z.literal('round.cancel'), round: RoundId }),
] as const
export type RoundRequest = z.infer<(typeof ROUND_REQUESTS)[number]>

/**
 * A card as it was worded when a round was opened. `anchor`: of a criterion, the wording of the sentence that says when it is
 * met, or of none; rounds that were opened before it was kept do not have it.
 */
export type Worded = { readonly id: CardId; readonly wording: string; readonly anchor?: string }

export type Subject = {
  readonly options: readonly Worded[]
  readonly criteria: readonly Worded[]
  /** The options that lay on the table when it was asked how much criteria count ([Q6]); not kept before, and of no other kind. */
  readonly beside?: readonly CardId[]
  readonly agreement?: Pick<AgreementVersion, 'version' | 'hash'>
}

/** How many of each side must answer. */
export type Quorum = Readonly<Record<SideId, number>>

/**
 * What the minutes keep: the cards that were asked about with their wordings; that a member has answered, never what; the
 * joint result in the release that completes it.
 */
export type RoundEntry =
  | (Omit<Extract<RoundRequest, { type: 'round.open' }>, 'subject'> & { readonly subject: Subject })
  | { readonly type: 'round.submit'; readonly round: RoundId }
  /** `byTime`: by the server, at the moment that its opening named; in the name of whoever named it. */
  | (Extract<RoundRequest, { type: 'round.close' }> & { readonly byTime?: true })
  | Extract<RoundRequest, { type: 'round.hold' | 'round.cancel' }>
  | (Extract<RoundRequest, { type: 'round.release' }> & { readonly result?: RoundResult })

export type Release = { readonly by: MemberId; readonly spread: boolean }

type RoundState =
  | { readonly is: 'open' }
  /** Nobody answers any more; each side looks at its own result and releases it when it wants to. */
  | {
      readonly is: 'closed'
      readonly byTime: boolean
      readonly releases: ReadonlyMap<SideId, Release>
      /** By side who holds its result back. */
      readonly holds: ReadonlyMap<SideId, MemberId>
    }
  | { readonly is: 'released'; readonly at: string; readonly result: RoundResult }
  /** The answers were destroyed, unseen by all but, where it had been closed, their own sides. */
  | { readonly is: 'cancelled'; readonly wasClosed: boolean }

/** One question to everybody who is counted on a side, or to one side: each answers alone and unseen. */
export type Round = {
  readonly id: RoundId
  readonly kind: RoundKind
  /** The side that this round asks alone; null: everybody at the table. */
  readonly of: SideId | null
  readonly scale: RoundScale
  readonly anonymity: Anonymity
  /** What the ground rules in force at the opening said of names. */
  readonly attribution: Rules['attribution']
  readonly subject: Subject
  /** Of a kind that has one. */
  readonly quorum: Quorum | null
  readonly by: MemberId
  readonly openedAt: string
  readonly closesAt: string | null
  /** Who has answered, and for which side they sat then. */
  readonly answered: ReadonlyMap<MemberId, SideId>
  readonly state: RoundState
}

/** An answer in storage, sealed until the release; then it goes. */
export type SealedAnswer = { readonly member: MemberId; readonly side: SideId; readonly answer: Answer }

/** What a side has seen of its own answers in a round that is over, beyond what the minutes say ([Q18]). */
export type SeenResult = { readonly round: RoundId; readonly side: SideId; readonly result: RoundResult }

/** The options and criteria of a round as ids, for the methods of weighing. */
export const idsOf = ({ options, criteria }: Subject) => ({
  options: options.map(({ id }) => id),
  criteria: criteria.map(({ id }) => id),
})

/** [N13] Whether the moment has come at which an open round closes by itself; `now` in milliseconds since 1970. */
export const isDue = ({ state, closesAt }: Round, now: number): boolean =>
  state.is === 'open' && closesAt !== null && now >= Date.parse(closesAt)

export const isRunning = ({ state }: Round): boolean => state.is === 'open' || state.is === 'closed'

/** [N40] Whether somebody has answered for the side on which they sit now; an answer for an earlier one is that side's. */
export const hasAnswered = ({ answered }: Round, { id, side }: Pick<Member, 'id' | 'side'>): boolean =>
  side !== null && answered.get(id) === side

/** How many of a side are asked in a round: whoever is counted there now, and who answered and has left since. */
export const askedOf = ({ answered }: Round, side: SideId, members: ReadonlyMap<MemberId, Member>): number => {
  const asked = new Set([...answered].filter(([, of]) => of === side).map(([member]) => member))
  for (const member of present(members.values()))
    if (member.side === side && ROLES[member.role].counted) asked.add(member.id)
  return asked.size
}
