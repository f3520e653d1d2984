import type { first as english } from '../en/first.ts'
import type { SameKeys } from '../sameKeys.ts'
import { board } from './board.ts'
import { cards } from './cards.ts'
import { common } from './common.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { refusals } from './refusals.ts'
import { stages } from './stages.ts'
import { templates } from './templates.ts'

/** Spanish as it is written in Latin America, with usted. Its words for the field's words: README.md beside the folders. */
export const first = {
  board,
  cards,
  common,
  people,
  problems,
  refusals,
  stages,
  templates,
} as const satisfies SameKeys<typeof english>
