import type { Role } from '../../people.ts'

/** What a seat is called in full, on the screen and in the report: alone, and of a side in the middle of a sentence. */
export const seats = {
  seat: {
    alone: {
      facilitator: 'Facilitator',
      'co-chair': 'Co-chair',
      member: 'Member',
      observer: 'Observer',
      guest: 'Guest',
    } satisfies Record<Role, string>,
    of: {
      facilitator: 'Facilitator from {{side}}',
      'co-chair': 'Co-chair of {{side}}',
      member: 'Member of {{side}}',
      observer: 'Observer from {{side}}',
      guest: 'Guest of {{side}}',
    } satisfies Record<Role, string>,
  },
  /** The three usual sides in the middle of a sentence, as long as they bear these names. */
  sidePhrase: { union: 'the union', management: 'management', community: 'parents and community' },
  sideName: { union: 'Union', management: 'Management', community: 'Parents and community' },
}
