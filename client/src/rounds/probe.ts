import { RoundId } from '@jointly/board'

/** Of the rule whether somebody may ask at all; the round itself gets an id of its own. */
export const PROBE = RoundId.parse('probe')
