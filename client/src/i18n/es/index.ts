import type { en } from '../en/index.ts'
import type { SameKeys } from '../sameKeys.ts'
import { board } from './board.ts'
import { canvas } from './canvas.ts'
import { cards } from './cards.ts'
import { common } from './common.ts'
import { door } from './door.ts'
import { home } from './home.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { refusals } from './refusals.ts'
import { stages } from './stages.ts'
import { team } from './team.ts'
import { templates } from './templates.ts'

/** Spanish as it is written in Latin America, with usted. Its words for the field's words: README.md beside the folders. */
export const es = {
  board,
  canvas,
  cards,
  common,
  door,
  home,
  people,
  problems,
  refusals,
  stages,
  team,
  templates,
} as const satisfies SameKeys<typeof en>
