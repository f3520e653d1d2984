import { z } from 'zod'
import { AGREEMENT_REQUESTS, type AgreementEntry, type AgreementRequest } from './agreement/agreement.ts'
import { FOLLOW_UP_REQUESTS } from './followup/followup.ts'
import { BoardId, CardId, LinkId, MemberId, SideId, StepId } from './ids.ts'
import { Member, Side } from './people.ts'
import { ROUND_REQUESTS, type RoundEntry, type RoundRequest } from './rounds/round.ts'
import { Rules } from './rules.ts'
import { TemplateId } from './templates.ts'

const Wording = z.string().regex(/^[0-9a-f]{32}$/, 'not a wording')
const Version = z.number().int().min(1)
const WarnSeconds = z.number().int().min(0).max(3600).optional()

/** What a person may ask for: type and fields. Adding one is a row here; the compiler then names what `process.ts` and `decide.ts` lack. */
export const MoveRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('stage.open'),
    stage: StepId,
    only: z.literal(true).optional(),
    warnSeconds: WarnSeconds,
  }),
  /**
   * Lets in what came after a stage had closed to it: what this member may still bring of these cards, or of a joint text by
   * its name, marked late.
   */
  z.strictObject({ type: z.literal('late.admit'), member: MemberId, cards: z.array(CardId).min(1).max(100) }),
  z.strictObject({ type: z.literal('interest.adopt'), card: CardId, wording: Wording }),
  z.strictObject({ type: z.literal('interest.withdraw'), card: CardId }),
  z.strictObject({ type: z.literal('interest.confirm'), card: CardId, wording: Wording }),
  /** `wordings`: of the link's ends, as whoever asks has read them; where they are not said, as they stand. */
  z.strictObject({
    type: z.literal('link.confirm'),
    link: LinkId,
    wordings: z.strictObject({ from: Wording, to: Wording }).optional(),
  }),
  z.strictObject({ type: z.literal('link.withdraw'), link: LinkId }),
  z.strictObject({ type: z.literal('layout.lock') }),
  z.strictObject({ type: z.literal('layout.unlock') }),
  z.strictObject({ type: z.literal('editing.pause'), warnSeconds: WarnSeconds }),
  z.strictObject({ type: z.literal('editing.resume') }),
  z.strictObject({
    type: z.literal('timer.start'),
    seconds: z
      .number()
      .int()
      .min(1)
      .max(24 * 3600),
  }),
  z.strictObject({ type: z.literal('timer.stop') }),
  z.strictObject({ type: z.literal('rules.propose'), rules: Rules }),
  z.strictObject({ type: z.literal('rules.accept'), version: Version }),
  z.strictObject({ type: z.literal('rules.acknowledge'), version: Version }),
  z.strictObject({
    type: z.literal('caucus.call'),
    side: SideId,
    minutes: z.number().int().min(1).max(600).optional(),
    purpose: z.string().trim().min(1).max(200).optional(),
  }),
  z.strictObject({ type: z.literal('caucus.end'), side: SideId }),
  ...ROUND_REQUESTS,
  ...AGREEMENT_REQUESTS,
  ...FOLLOW_UP_REQUESTS,
  z.strictObject({ type: z.literal('erase.propose'), cards: z.array(CardId).min(1).max(100) }),
  /** `proposal`: the number of the move that proposed it. */
  z.strictObject({ type: z.literal('erase.accept'), proposal: z.number().int().min(1) }),
  z.strictObject({ type: z.literal('erase.withdraw'), proposal: z.number().int().min(1) }),
])
export type MoveRequest = z.infer<typeof MoveRequest>
export type MoveType = MoveRequest['type']

type Typed = { readonly type: `${string}.${string}` }
/** What a move is about, the first word of its type: what differs between moves stands in tables with a row per noun. */
export type NounOf<M extends Typed> = M['type'] extends `${infer Noun}.${string}` ? Noun : never
export type About<Noun extends string, M extends Typed> = Extract<M, { type: `${Noun}.${string}` }>
export const nounOf = <M extends Typed>({ type }: M): NounOf<M> => type.slice(0, type.indexOf('.')) as NounOf<M> // as its type says

/** What the server alone writes to the minutes: how the board began, and what the team's own endpoints changed. */
export const Notice = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('board.opened'),
    board: BoardId,
    title: z.string(),
    team: z.string(),
    template: TemplateId,
    case: z.string().optional(),
    sides: z.array(Side),
    members: z.array(Member),
  }),
  z.strictObject({ type: z.literal('member.changed'), member: Member }),
])
export type Notice = z.infer<typeof Notice>

/**
 * Where a move saw the content: the joint document's last row and that row's hash. The tenth reader can replay the board to
 * exactly this point and see what was adopted or confirmed, and a log that was cut shorter than this shows.
 */
const Seen = z.object({ seq: z.number().int(), hash: z.string() })

/**
 * What the last yes to an erasure took out of the log of the joint document: how many rows it was in, and a digest of what
 * is left of them, by which the record still proves that nothing else was touched.
 */
const Erased = z.object({ rows: z.number().int(), digest: z.string() })
export type Erased = z.infer<typeof Erased>

export const Stamp = z.object({
  /** Number of the move in the minutes, from 1. */
  seq: z.number().int().min(1),
  /** When the server took it: ISO 8601, UTC. */
  at: z.iso.datetime(),
  by: MemberId,
  side: SideId.nullable(),
  seen: Seen.optional(),
  erased: Erased.optional(),
})

/** What the minutes keep exactly as it was asked for. */
export type PlainRequest = Exclude<MoveRequest, RoundRequest | AgreementRequest>

/** The side of a caucus is the caller's own, and so the stamp's. */
type Unstamped<Asked> = Asked extends unknown ? Omit<Asked, 'side'> : never

/** One entry of the minutes. */
export type Move = z.infer<typeof Stamp> & Unstamped<PlainRequest | RoundEntry | AgreementEntry | Notice>

const KNOWN: ReadonlySet<unknown> = new Set(
  [...MoveRequest.options, ...Notice.options].map(arm => arm.shape.type.value),
)

const Stamped = Stamp.loose()

/**
 * A stored entry as a move, or null for one that this version does not know (a newer server wrote it). The fields of a
 * known type were parsed before the server wrote them, and nobody else writes minutes, so they are not parsed again.
 */
export const readMove = (entry: unknown): Move | null => {
  const stamp = Stamped.safeParse(entry)
  return stamp.success && KNOWN.has(stamp.data.type) ? (stamp.data as unknown as Move) : null
}
