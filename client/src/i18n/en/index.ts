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

/** English: a namespace per feature, a line per namespace. Another language is a folder like this one with the same keys. */
export const en = {
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
} as const
