import { z } from 'zod'

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
