import { z } from 'zod'
import { CardId, MemberId, type SideId } from '../ids.ts'

const Line = z.string().trim().min(1).max(500)
const ShortLine = z.string().trim().min(1).max(60)
/** A day as people write it in a calendar, without an hour: `2026-10-01`. */
const Day = z.iso.date()
const Numbered = z.number().int().min(1)
const Value = z.number().min(-1e12).max(1e12)

/** How an action ends: it was done, or both sides no longer need it. */
const OUTCOMES = ['done', 'dropped'] as const
export type Outcome = (typeof OUTCOMES)[number]

const ActionFields = z.strictObject({
  what: Line,
  owners: z.array(MemberId).min(1).max(20),
  due: Day,
  /** The findings, interests and options that it comes from. */
  traces: z.array(CardId).max(20).default([]),
})
const Measured = z.strictObject({ on: Day, value: Value })
const IndicatorFields = z.strictObject({
  what: Line,
  /** What its values are counted in: `absences a month`. */
  unit: ShortLine,
  baseline: Measured,
  target: Measured,
  /** Where its values come from. */
  source: Line,
})
const someOf = <Shape extends z.ZodRawShape>(fields: z.ZodObject<Shape>) =>
  fields.partial().refine(change => Object.keys(change).length > 0, 'nothing to change')

/**
 * What is asked for in follow-up. Actions, indicators and reviews are named by the number of the move that made them, as
 * proposals to erase are. Adding one is a row here; the compiler then names what `process.ts` and `decide.ts` lack.
 */
export const FOLLOW_UP_REQUESTS = [
  z.strictObject({ type: z.literal('action.add'), action: ActionFields }),
  z.strictObject({
    type: z.literal('action.update'),
    action: Numbered,
    change: someOf(ActionFields.extend({ traces: z.array(CardId).max(20) })),
  }),
  z.strictObject({
    type: z.literal('action.confirm'),
    action: Numbered,
    /** What one's side says became of it; without it: it is done. */
    outcome: z.enum(OUTCOMES).default('done'),
    /** The version that was read (`Action.version`); refused where there is a newer one. */
    version: Numbered.optional(),
  }),
  z.strictObject({ type: z.literal('action.reopen'), action: Numbered }),
  z.strictObject({ type: z.literal('indicator.add'), indicator: IndicatorFields }),
  z.strictObject({
    type: z.literal('indicator.update'),
    indicator: Numbered,
    change: someOf(IndicatorFields.extend({ ended: z.boolean() })),
  }),
  /** A value of one day; a second one of that day takes its place, and null takes it away. The minutes keep both. */
  z.strictObject({ type: z.literal('indicator.record'), indicator: Numbered, on: Day, value: Value.nullable() }),
  z.strictObject({ type: z.literal('review.plan'), on: Day, about: Line.optional() }),
  z.strictObject({ type: z.literal('review.cancel'), review: Numbered }),
  /** The meeting took place. What is still open goes on to the next one, which is planned here or was before. */
  z.strictObject({ type: z.literal('review.hold'), review: Numbered, next: Day.optional() }),
] as const
export type FollowUpRequest = z.infer<(typeof FOLLOW_UP_REQUESTS)[number]>
export type FollowUpAsked<Type extends FollowUpRequest['type']> = Extract<FollowUpRequest, { type: Type }>

/** What one side says became of an action. */
export type Confirmation = { readonly by: MemberId; readonly at: string; readonly outcome: Outcome }

/** A step that somebody takes until a day. It is over once every deciding side has said the same of it. */
export type Action = Readonly<z.infer<typeof ActionFields>> & {
  readonly id: number
  /** The number of the move that last changed it: a confirmation is of one version, and a new one voids it. */
  readonly version: number
  readonly by: MemberId
  readonly at: string
  /** When it was last changed; until then when it was added. */
  readonly changedAt: string
  readonly confirmed: ReadonlyMap<SideId, Confirmation>
  /** Over how many meetings it was carried forward. */
  readonly carried: number
}

/** What is looked at to see whether it helps: where it stood, where it should come to, and its values day by day. */
export type TrackedIndicator = Readonly<z.infer<typeof IndicatorFields>> & {
  readonly id: number
  readonly by: MemberId
  readonly at: string
  /** By day, the latest recorded of each. */
  readonly values: ReadonlyMap<string, Recorded>
  readonly ended: boolean
}
export type Recorded = { readonly value: number; readonly by: MemberId; readonly at: string }

/** A meeting at which the follow-up is looked at. */
export type Review = {
  readonly id: number
  readonly on: string
  readonly about: string | null
  readonly by: MemberId
  readonly at: string
  readonly state:
    | { readonly is: 'planned' }
    | { readonly is: 'cancelled'; readonly at: string }
    /** `carried`: the actions that were still open, and went on to the next meeting. */
    | { readonly is: 'held'; readonly at: string; readonly carried: readonly number[] }
}

export type FollowUp = {
  readonly actions: ReadonlyMap<number, Action>
  readonly indicators: ReadonlyMap<number, TrackedIndicator>
  readonly reviews: ReadonlyMap<number, Review>
}
export const NO_FOLLOW_UP: FollowUp = { actions: new Map(), indicators: new Map(), reviews: new Map() }
