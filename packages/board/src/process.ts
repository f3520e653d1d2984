import { type AgreementVersion, applyToAgreement } from './agreement/agreement.ts'
import type { Caucus } from './caucus.ts'
import { applyToErasures, type Erasure } from './erasures.ts'
import { type FollowUp, NO_FOLLOW_UP } from './followup/followup.ts'
import { applyToFollowUp } from './followup/process.ts'
import type { BoardId, CardId, LinkId, MemberId, SideId, StepId } from './ids.ts'
import { type Move, readMove } from './moves.ts'
import type { Member, Side } from './people.ts'
import { applyToRounds, type Rounds } from './rounds/process.ts'
import { applyToRules, NO_RULES, NO_RULES_YET, type RulesState } from './rules.ts'
import type { JointText } from './schema.ts'
import { type Step, TEMPLATES, type TemplateId } from './templates.ts'

/** What a member said of one wording of a card. */
type Said = { readonly member: MemberId; readonly side: SideId; readonly wording: string; readonly seq: number }

/** A decision as it stands, and the moment (ISO) from which it holds: later than the move where it was announced ahead. */
type Announced = { readonly by: MemberId; readonly from: string }

/** A card, or words in a joint text, that came after a stage had closed to it and was let in: whose it is, by whom, and while which closing held. */
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
  /** The sides that say a link holds. */
  readonly linkConfirmations: ReadonlyMap<LinkId, ReadonlyMap<SideId, MemberId>>
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

const put = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value)

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const rest = new Map(map)
  rest.delete(key)
  return rest
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

const change = (process: Process, move: Move): Partial<Process> => {
  switch (move.type) {
    case 'board.opened': {
      const steps = TEMPLATES[move.template].steps
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
    case 'member.changed':
      return { members: put(process.members, move.member.id, move.member) }
    case 'stage.open':
      return {
        stage: {
          ...(move.only ? announced(move) : { by: move.by, from: move.at }),
          step: move.stage,
          only: move.only === true,
        },
      }
    case 'late.admit': {
      const { member, by, at } = move
      const letIn = { member, by, at, closedFrom: process.stage.from }
      return { late: new Map([...process.late, ...move.cards.map(card => [card, letIn] as const)]) }
    }
    case 'interest.adopt':
      return {
        adoptions: put(
          process.adoptions,
          move.card,
          put(process.adoptions.get(move.card) ?? EMPTY, move.by, said(move)),
        ),
      }
    case 'interest.withdraw':
      return {
        adoptions: put(process.adoptions, move.card, without(process.adoptions.get(move.card) ?? EMPTY, move.by)),
      }
    case 'interest.confirm': {
      const before = process.confirmations.get(move.card) ?? EMPTY
      return { confirmations: put(process.confirmations, move.card, put(before, move.side as SideId, said(move))) }
    }
    case 'link.confirm': {
      const before = process.linkConfirmations.get(move.link) ?? EMPTY
      return { linkConfirmations: put(process.linkConfirmations, move.link, put(before, move.side as SideId, move.by)) }
    }
    case 'layout.lock':
      return { locked: true, lockedFrom: move.at }
    case 'layout.unlock':
      return { locked: false }
    case 'editing.pause':
      return { pause: announced(move) }
    case 'editing.resume':
      return { pause: null }
    case 'timer.start':
      return { timer: { startedAt: move.at, seconds: move.seconds } }
    case 'timer.stop':
      return { timer: null }
    case 'rules.propose':
    case 'rules.accept':
    case 'rules.acknowledge':
      return { rules: applyToRules(process, move) }
    case 'caucus.call': {
      const { by, minutes = null, purpose = null } = move
      const side = move.side as SideId
      const began = process.caucuses.get(side)?.began ?? move.at
      return { caucuses: put(process.caucuses, side, { began, by, since: move.at, minutes, purpose }) }
    }
    case 'caucus.end':
      return { caucuses: without(process.caucuses, move.side as SideId) }
    case 'round.open':
    case 'round.submit':
    case 'round.close':
    case 'round.release':
    case 'round.cancel':
      return { rounds: applyToRounds(process.rounds, move, process.rules.inForce?.rules ?? NO_RULES) }
    case 'agreement.propose':
    case 'agreement.sign':
    case 'agreement.withdraw':
    case 'ratification.record':
      return { agreement: applyToAgreement(process.agreement, move) }
    case 'erase.propose':
    case 'erase.accept':
    case 'erase.withdraw':
      return { erasures: applyToErasures(process, move) }
    case 'action.add':
    case 'action.update':
    case 'action.confirm':
    case 'action.reopen':
    case 'indicator.add':
    case 'indicator.update':
    case 'indicator.record':
    case 'review.plan':
    case 'review.cancel':
    case 'review.hold':
      return { followUp: applyToFollowUp(process, move) }
  }
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
