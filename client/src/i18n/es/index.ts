import type { en } from '../en/index.ts'
import type { SameKeys } from '../sameKeys.ts'
import { agreement } from './agreement.ts'
import { canvas } from './canvas.ts'
import { caucus } from './caucus.ts'
import { comments } from './comments.ts'
import { consensus } from './consensus.ts'
import { door } from './door.ts'
import { erasing } from './erasing.ts'
import { facilitation } from './facilitation.ts'
import { first } from './first.ts'
import { followUp } from './followUp.ts'
import { home } from './home.ts'
import { pulse } from './pulse.ts'
import { refused } from './refused.ts'
import { report } from './report.ts'
import { rounds } from './rounds.ts'
import { rules } from './rules.ts'
import { team } from './team.ts'
import { values } from './values.ts'
import { weighing } from './weighing.ts'

/** All of Spanish, to be compared with English. */
export const es = {
  ...first,
  agreement,
  canvas,
  caucus,
  comments,
  consensus,
  door,
  erasing,
  facilitation,
  followUp,
  home,
  pulse,
  refused,
  report,
  rounds,
  rules,
  team,
  values,
  weighing,
} as const satisfies SameKeys<typeof en>
