import { type AgreementVersion, applyToAgreement } from './agreement/agreement.ts'
import type { Caucus } from './caucus.ts'
import { applyToErasures, type Erasure } from './erasures.ts'
import { type FollowUp, NO_FOLLOW_UP } from './followup/followup.ts'
import { applyToFollowUp } from './followup/process.ts'
import type { BoardId, CardId, LinkId, MemberId, SideId, StepId } from './ids.ts'
import type { LinkSaid } from './linkStanding.ts'
import { put, without } from './maps.ts'
import { type About, type Move, type NounOf, nounOf, readMove } from './moves.ts'
import type { Member, Side } from './people.ts'
import { applyToRounds, type Rounds } from './rounds/process.ts'
import { applyToRules, NO_RULES_YET, type RulesState, rulesInForce } from './rules.ts'
import type { JointText } from './schema.ts'
import { type Step, TEMPLATES, type TemplateId } from './templates.ts'

/** What a member said of one wording of a card. */
type Said = { readonly member: MemberId; readonly side: SideId; readonly wording: string; readonly seq: number }

/** A decision as it stands, and the moment (ISO) from which it holds: later than the move where it was announced ahead. */
type Announced = { readonly by: MemberId; readonly from: string }

/** What came after a stage had closed to it and was let in: whose it is, by whom, and while which closing held. */
type Late = {
  readonly member: MemberId
  readonly by: MemberId
  readonly at: string
  readonly closedFrom: string
}

/**
 * Where a board stands, computed from its minutes alone and nowhere stored: `moves.reduce(applyMove, OPENING)`, the same
 * on the server, on every screen and in a replay.
 */
export type Process = {
  readonly board: BoardId | null
  readonly title: string
  readonly team: string
  readonly template: TemplateId
  readonly case: string | null
  readonly steps: readonly Step[]
  readonly sides: readonly Side[]
  readonly members: ReadonlyMap<MemberId, Member>
  /** The present step; the first one until a stage was opened. */
  readonly stage: Announced & { readonly step: StepId; readonly only: boolean }
  readonly locked: boolean
  /** When the layout was locked last. */
  readonly lockedFrom: string
  readonly pause: Announced | null
  readonly timer: { readonly startedAt: string; readonly seconds: number } | null
  /** The cards, and the words in joint texts, that came late and were let in. */
  readonly late: ReadonlyMap<CardId | JointText, Late>
  /** "This matters to us too", by card and member. */
  readonly adoptions: ReadonlyMap<CardId, ReadonlyMap<MemberId, Said>>
  /** What each side confirmed of an interest. */
  readonly confirmations: ReadonlyMap<CardId, ReadonlyMap<SideId, Said>>
  /** What each side says of a link: that it holds, of one wording of its ends. */
  readonly linkConfirmations: ReadonlyMap<LinkId, ReadonlyMap<SideId, LinkSaid>>
  readonly rules: RulesState
  /** The sides that have left the table, each with what it said about it. */
  readonly caucuses: ReadonlyMap<SideId, Caucus>
  /** Every round so far, in the order in which they were opened. */
  readonly rounds: Rounds
  /** Every text that was put before signers, in the order in which they were proposed. */
  readonly agreement: readonly AgreementVersion[]
  /** Every proposal to erase cards, by the number of the move that made it. */
  readonly erasures: ReadonlyMap<number, Erasure>
  /** What follows from it: actions, indicators, meetings. */
  readonly followUp: FollowUp
  /** Number and time of the last move that was applied. */
  readonly seq: number
  readonly at: string
}

const EMPTY: ReadonlyMap<never, never> = new Map<never, never>()
export const FIRST_STEP = TEMPLATES.full.steps[0]

export const OPENING: Process = {
  board: null,
  title: '',
  team: '',
  template: 'full',
  case: null,
  steps: TEMPLATES.full.steps,
  sides: [],
  members: EMPTY,
  stage: { step: FIRST_STEP.id, only: false, by: '' as MemberId, from: '' },
  locked: true,
  lockedFrom: new Date(0).toISOString(),
  pause: null,
  timer: null,
  late: EMPTY,
  adoptions: EMPTY,
  confirmations: EMPTY,
  linkConfirmations: EMPTY,
  rules: NO_RULES_YET,
  caucuses: EMPTY,
  rounds: EMPTY,
  agreement: [],
  erasures: EMPTY,
  followUp: NO_FOLLOW_UP,
  seq: 0,
  at: '',
}

const later = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString()

const announced = (move: Move & { warnSeconds?: number | undefined }): Announced => ({
  by: move.by,
  from: later(move.at, move.warnSeconds ?? 60),
})

/** A move about an interest names a member of a side; `decide` lets no other through. */
const said = (move: Move & { wording: string }): Said => ({
  member: move.by,
  side: move.side as SideId,
  wording: move.wording,
  seq: move.seq,
})

type Noun = NounOf<Move>
/** What of the process is another after a move about this noun. */
type Changing<N extends Noun> = (process: Process, move: About<N, Move>) => Partial<Process>

const opened: Changing<'board'> = (_process, move) => {
  const { steps } = TEMPLATES[move.template]
  return {
    board: move.board,
    title: move.title,
    team: move.team,
    template: move.template,
    case: move.case ?? null,
    steps,
    sides: move.sides,
    members: new Map(move.members.map(member => [member.id, member])),
    stage: { step: (steps[0] ?? FIRST_STEP).id, only: false, by: move.by, from: move.at },
  }
}

const interestChanged: Changing<'interest'> = ({ adoptions, confirmations }, move) => {
  const adopted = adoptions.get(move.card) ?? EMPTY
  switch (move.type) {
    case 'interest.adopt':
      return { adoptions: put(adoptions, move.card, put(adopted, move.by, said(move))) }
    case 'interest.withdraw':
      return { adoptions: put(adoptions, move.card, without(adopted, move.by)) }
    case 'interest.confirm': {
      const confirmed = put(confirmations.get(move.card) ?? EMPTY, move.side as SideId, said(move))
      return { confirmations: put(confirmations, move.card, confirmed) }
    }
  }
}

const caucusChanged: Changing<'caucus'> = ({ caucuses }, move) => {
  const side = move.side as SideId // the caller's own: `decide` lets no other through
  if (move.type === 'caucus.end') return { caucuses: without(caucuses, side) }
  const { by, at: since, minutes = null, purpose = null } = move
  const began = caucuses.get(side)?.began ?? since
  return { caucuses: put(caucuses, side, { began, by, since, minutes, purpose }) }
}

const linkChanged: Changing<'link'> = ({ linkConfirmations }, move) => {
  const said: ReadonlyMap<SideId, LinkSaid> = linkConfirmations.get(move.link) ?? EMPTY
  // `decide` lets none through who sits on no side.
  const side = move.side as SideId
  const now =
    move.type === 'link.confirm'
      ? put(said, side, { member: move.by, wordings: move.wordings ?? null })
      : without(said, side)
  return { linkConfirmations: put(linkConfirmations, move.link, now) }
}

const agreementChanged: Changing<'agreement' | 'ratification'> = (process, move) => ({
  agreement: applyToAgreement(process, move),
})

const followUpChanged: Changing<'action' | 'indicator' | 'review'> = (process, move) => ({
  followUp: applyToFollowUp(process, move),
})

/** A row per noun. */
const CHANGES: { readonly [N in Noun]: Changing<N> } = {
  board: opened,
  member: ({ members }, { member }) => ({ members: put(members, member.id, member) }),
  stage: (_process, move) => ({
    stage: {
      ...(move.only ? announced(move) : { by: move.by, from: move.at }),
      step: move.stage,
      only: move.only === true,
    },
  }),
  late: ({ late, stage }, { member, by, at, cards }) => {
    const letIn = { member, by, at, closedFrom: stage.from }
    return { late: new Map([...late, ...cards.map(card => [card, letIn] as const)]) }
  },
  interest: interestChanged,
  link: linkChanged,
  layout: (_process, { type, at }) => (type === 'layout.lock' ? { locked: true, lockedFrom: at } : { locked: false }),
  editing: (_process, move) => ({ pause: move.type === 'editing.pause' ? announced(move) : null }),
  timer: (_process, move) => ({
    timer: move.type === 'timer.start' ? { startedAt: move.at, seconds: move.seconds } : null,
  }),
  rules: (process, move) => ({ rules: applyToRules(process, move) }),
  caucus: caucusChanged,
  round: (process, move) => ({ rounds: applyToRounds(process.rounds, move, rulesInForce(process)) }),
  agreement: agreementChanged,
  ratification: agreementChanged,
  erase: (process, move) => ({ erasures: applyToErasures(process, move) }),
  action: followUpChanged,
  indicator: followUpChanged,
  review: followUpChanged,
}

const change = (process: Process, move: Move): Partial<Process> | undefined => {
  // Each row takes the moves of its own noun; over the whole table TypeScript sees only their union.
  const changing = CHANGES[nounOf(move)] as Changing<Noun> | undefined
  return changing?.(process, move)
}

/** [M1] One move further. Pure; a move that this version does not know changes nothing but the count. */
export const applyMove = (process: Process, move: Move): Process => ({
  ...process,
  ...change(process, move),
  seq: move.seq,
  at: move.at,
})

/** The process after these entries of a minutes document, on top of an earlier one. */
export const processOf = (entries: Iterable<unknown>, from: Process = OPENING): Process => {
  let process = from
  for (const entry of entries) {
    const move = readMove(entry)
    if (move !== null) process = applyMove(process, move)
  }
  return process
}
