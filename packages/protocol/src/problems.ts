import { MOVE_REFUSALS } from '@jointly/board'
import { z } from 'zod'

/** Stable codes of `application/problem+json` (RFC 9457), beside the refusals of moves. */
export const PROBLEMS = {
  bad_request: 400,
  bad_json: 400,
  sign_in: 401,
  not_yours: 403,
  not_admitted: 403,
  not_accepted: 403,
  not_co_chair: 403,
  not_facilitator: 403,
  read_only: 403,
  foreign_origin: 403,
  which_member: 403,
  signup_closed: 403,
  no_such: 404,
  invitation_expired: 410,
  invitation_revoked: 410,
  invitation_used_up: 410,
  seat_missing: 409,
  needs_no_acceptance: 409,
  /** The ground rules in force do not let the words of a text be marked with who wrote them. */
  authorship_off: 403,
  /** Only a guest who sits with the side is asked into its caucus. */
  not_a_guest: 409,
  side_missing: 409,
  no_such_case: 400,
  conflict: 409,
  too_big: 413,
  not_an_image: 415,
  image_too_large: 413,
  too_many_requests: 429,
  internal: 500,
  come_back: 503,
  disk_full: 507,
} as const satisfies Record<string, number>
export type ProblemCode = keyof typeof PROBLEMS

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum([...(Object.keys(PROBLEMS) as ProblemCode[]), ...MOVE_REFUSALS]),
  detail: z.string().optional(),
  /** For `bad_request`: what is wrong, field by field. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>
