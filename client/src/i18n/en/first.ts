import { board } from './board.ts'
import { cards } from './cards.ts'
import { common } from './common.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { refusals } from './refusals.ts'
import { stages } from './stages.ts'
import { templates } from './templates.ts'

/** What the page says from the first; every other namespace comes with the part of the page that says it (`withWords`). */
export const first = {
  board,
  cards,
  common,
  people,
  problems,
  refusals,
  stages,
  templates,
} as const
