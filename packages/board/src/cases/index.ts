import { z } from 'zod'
import { SideId } from '../ids.ts'
import { Role, type Side } from '../people.ts'
import { TemplateId } from '../templates.ts'
import mildredAvenue from './mildred-avenue.json' with { type: 'json' }
import minneapolis from './minneapolis.json' with { type: 'json' }
import springfield from './springfield.json' with { type: 'json' }
import substituteCover from './substitute-cover.json' with { type: 'json' }

const Basis = z.enum(['fact', 'inferred']).optional()
const Line = z.object({ text: z.string(), basis: Basis, by: z.string().optional() })

/** What of a case is laid on a board. Its ratings, weights and outcome stay in the file: nobody is shown invented answers. */
export const Case = z.object({
  id: z.string(),
  title: z.string(),
  template: TemplateId,
  note: z.string(),
  fictional: z.boolean().default(false),
  sides: z.array(z.object({ id: SideId, name: z.string() })),
  people: z.array(z.object({ name: z.string(), side: SideId.nullable(), role: Role })).default([]),
  issue: Line,
  facts: z.array(Line.extend({ source: z.string().optional() })),
  interests: z.array(Line.extend({ side: SideId, adoptedBy: z.array(z.string()).default([]) })),
  options: z.array(Line.extend({ current: z.literal(true).optional(), serves: z.array(z.string()).default([]) })),
  criteria: z.array(Line),
})
export type Case = z.infer<typeof Case>

/** The worked cases by id; `substitute-cover` is made up and is what a newcomer sees first. */
export const CASES: ReadonlyMap<string, Case> = new Map(
  [substituteCover, minneapolis, springfield, mildredAvenue].map(data => {
    const one = Case.parse(data)
    return [one.id, one]
  }),
)

/** The sides that a case speaks of and a team does not have: its interests would stand in nobody's column. */
export const missingSides = (one: Case, sides: readonly Side[]): string[] =>
  one.sides.filter(({ id }) => !sides.some(side => side.id === id)).map(side => side.name)
