import { endsOf, linkStanding } from '../linkStanding.ts'
import type { Move } from '../moves.ts'
import type { Process } from '../process.ts'
import { rulesInForce } from '../rules.ts'
import { standingOf } from '../standing.ts'
import type { BoardView, CardView, CommentView, LinkView } from '../view.ts'
import { wordingOf } from '../wording.ts'
import { agreementReport, type BoardAt } from './agreement.ts'
import { consensusReport } from './consensus.ts'
import { followUpReport } from './followUp.ts'
import { pulsesReport } from './pulses.ts'
import { roundsReport } from './rounds.ts'
import { weighingReport } from './weighing.ts'

export type { BoardAt }

/** Where the record stood when a report was made: last rows of both documents, and the hash of the last one. */
export type ReportHead = { readonly joint: number; readonly minutes: number; readonly chain: string }

const card = (view: CardView, process: Process) => {
  const standing = standingOf(view, process)
  return {
    id: view.id,
    kind: view.kind,
    side: view.side,
    by: view.by,
    ...(view.spokenBy && { spokenBy: view.spokenBy }),
    text: view.text,
    wording: wordingOf(view),
    ...(view.source && { source: view.source }),
    ...(view.anchor && { anchor: view.anchor }),
    ...(view.basis && { basis: view.basis }),
    /** What is to be seen in its picture. */
    ...(view.alt && { alt: view.alt }),
    /** The group that it lies in. */
    ...(view.in && { in: view.in }),
    ...(view.current && { current: true }),
    adoptions: Object.fromEntries(standing.sides.map(side => [side.side, side.adopted])),
    mutual: standing.mutual,
    gone: view.gone === true,
  }
}

const comment = ({ id, kind, side, by, spokenBy, about, passage, text, gone }: CommentView) => ({
  ...{ id, kind, side, by },
  ...(spokenBy && { spokenBy }),
  about,
  /** The words of a joint text that it is on, as they were then. */
  ...(passage && { quote: passage.quote }),
  text,
  settled: gone === true,
})

const link = (view: LinkView, board: BoardView, process: Process) => {
  const { sides, earlier, is } = linkStanding(view, endsOf(view, board), process)
  return {
    id: view.id,
    from: view.from,
    to: view.to,
    kind: view.kind,
    by: view.by,
    side: view.side,
    sides,
    /** Those that confirmed it of an earlier wording of what it leads from or to. */
    earlier,
    confirmed: is === 'confirmed',
  }
}

/**
 * `report.json`: everything on the table and every decision, in the shape of the public interface. The same function
 * makes it on the server and in a test, so its numbers reproduce from what it prints.
 */
export const report = ({
  process,
  board,
  minutes,
  head,
  signed = null,
}: {
  process: Process
  board: BoardView
  minutes: readonly Move[]
  head: ReportHead
  /** What lay on the board when the last signer signed. */
  signed?: BoardAt | null
}) => ({
  board: {
    id: process.board,
    title: process.title,
    team: process.team,
    template: process.template,
    case: process.case,
  },
  issue: board.issue.text,
  agreement: agreementReport({ process, board, minutes, signed }),
  stages: process.steps.map(step => ({ ...step, present: step.id === process.stage.step })),
  sides: process.sides,
  members: [...process.members.values()],
  cards: board.cards.map(view => card(view, process)),
  comments: board.comments.map(comment),
  links: board.links.map(view => link(view, board, process)),
  rules: rulesInForce(process),
  /** Which version of them is in force; null: none is, and what stands above holds meanwhile. */
  rulesVersion: process.rules.inForce?.version ?? null,
  weighing: weighingReport(process, board),
  rounds: roundsReport(process),
  consensus: consensusReport(process, board),
  pulses: pulsesReport(process),
  ...followUpReport(process),
  minutes,
  last: { joint: head.joint, minutes: head.minutes },
  chain: head.chain,
})
export type Report = ReturnType<typeof report>
