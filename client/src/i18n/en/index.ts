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

/** English: a namespace per feature, a line per namespace. Another language is a folder like this one with the same keys. */
export const en = {
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
} as const
