import { agreementRefusalOf } from './agreement/decide.ts'
import { erasureOf, openErasures } from './erasures.ts'
import { followUpRefusalOf } from './followup/decide.ts'
import type { CardId, SideId } from './ids.ts'
import type { MoveRequest } from './moves.ts'
import { actsForADecidingSide, mustAcknowledge } from './now.ts'
import { actsFor, inForce, type Member, ROLES } from './people.ts'
import type { Process } from './process.ts'
import { roundRefusalOf } from './rounds/decide.ts'
import type { BoardView, CardView } from './view.ts'
import { wordingOf } from './wording.ts'

/** Why a move was refused: the names that the server answers with and the screens explain. */
export const MOVE_REFUSALS = [
  'not_admitted',
  'not_accepted',
  'read_only',
  'rules_not_acknowledged',
  'no_side',
  'not_facilitator',
  'not_co_chair',
  'no_such_stage',
  'already_open',
  'nothing_closed',
  'no_such_member',
  'already_let_in',
  'no_such_card',
  'no_such_link',
  'not_an_interest',
  'own_interest',
  'stale_wording',
  'already_adopted',
  'not_adopted',
  'already_confirmed',
  'advising_side',
  'already_locked',
  'not_locked',
  'already_paused',
  'not_paused',
  'timer_not_running',
  'no_rules_proposed',
  'stale_version',
  'already_accepted',
  'already_acknowledged',
  'not_your_side',
  'no_caucus',
  'no_such_round',
  'round_running',
  'already_past',
  'round_not_open',
  'round_not_closed',
  'round_cancelled',
  'already_released',
  'side_has_no_answer',
  'rules_not_in_force',
  'not_switched_on',
  'nothing_to_weigh',
  'nothing_answered',
  'unknown_option',
  'wrong_scale',
  'value_out_of_range',
  'not_every_criterion',
  'already_proposed',
  'already_erased',
  'no_such_proposal',
  'not_your_proposal',
  'nothing_written',
  'nothing_proposed',
  'unknown_signer',
  'side_has_no_signer',
  'not_a_signer',
  'already_signed',
  'not_signed',
  'already_agreed',
  'not_agreed',
  'no_votes',
  'not_one_thing',
  'no_such_quorum',
  'no_such_action',
  'no_such_owner',
  'not_yours_to_change',
  'nothing_changed',
  'action_closed',
  'not_confirmed',
  'no_such_indicator',
  'indicator_ended',
  'no_such_review',
  'review_over',
  'not_later',
  'no_next_review',
] as const
export type MoveRefusal = (typeof MOVE_REFUSALS)[number]

export type Situation = {
  readonly process: Process
  readonly board: BoardView
  readonly member: Member
  readonly move: MoveRequest
  /** Milliseconds since 1970, for what ends by itself; a screen that offers a move may leave it out. */
  readonly now?: number
}

const interestOf = (board: BoardView, id: CardId): CardView | MoveRefusal => {
  const card = board.card(id)
  if (card === undefined || card.gone) return 'no_such_card'
  return card.kind === 'interest' ? card : 'not_an_interest'
}

/** What only a facilitator may ask. */
const FACILITATED: ReadonlySet<MoveRequest['type']> = new Set([
  'stage.open',
  'late.admit',
  'layout.lock',
  'layout.unlock',
  'editing.pause',
  'editing.resume',
  'timer.start',
  'timer.stop',
])

const aboutInterest = (
  { process, board, member, move }: Situation & { member: Member & { side: SideId } },
  request: Extract<MoveRequest, { type: `interest.${string}` }>,
): MoveRefusal | null => {
  const card = interestOf(board, request.card)
  if (typeof card === 'string') return card
  if (erasureOf(process, card.id) !== undefined && request.type !== 'interest.withdraw') return 'already_erased'
  const adopted = process.adoptions.get(card.id)?.get(member.id)
  if (request.type === 'interest.withdraw') return adopted === undefined ? 'not_adopted' : null
  if (request.wording !== wordingOf(card)) return 'stale_wording'
  if (request.type === 'interest.adopt') {
    if (card.side === member.side) return 'own_interest'
    return adopted?.wording === request.wording ? 'already_adopted' : null
  }
  if (!process.sides.find(side => side.id === member.side)?.decides) return 'advising_side'
  if (!actsFor(member, member.side, process.members.values())) return 'not_co_chair'
  return process.confirmations.get(card.id)?.get(member.side)?.wording === request.wording && move.type === request.type
    ? 'already_confirmed'
    : null
}

const aboutProposal = (process: Process, member: Member, version: number): MoveRefusal | null => {
  const { proposed } = process.rules
  if (proposed === null) return 'no_rules_proposed'
  if (proposed.version !== version) return 'stale_version'
  if (!actsForADecidingSide(member, process)) return 'not_co_chair'
  return member.side !== null && proposed.accepted.has(member.side) ? 'already_accepted' : null
}

/** [M30] Content is erased by the deciding sides together, under ground rules: each by somebody who acts for it. */
const aboutErasure = (
  { process, board, member }: Situation,
  move: Extract<MoveRequest, { type: `erase.${string}` }>,
): MoveRefusal | null => {
  if (process.rules.inForce === null) return 'rules_not_in_force'
  const acts = actsForADecidingSide(member, process)
  if (move.type === 'erase.propose') {
    if (!acts && member.role !== 'facilitator') return 'not_co_chair'
    if (move.cards.some(card => board.card(card) === undefined)) return 'no_such_card'
    if (move.cards.every(card => erasureOf(process, card) !== undefined)) return 'already_erased'
    const open = openErasures(process).flatMap(({ cards }) => cards)
    return move.cards.every(card => open.includes(card)) ? 'already_proposed' : null
  }
  const erasure = process.erasures.get(move.proposal)
  if (erasure === undefined) return 'no_such_proposal'
  if (move.type === 'erase.withdraw') {
    if (erasure.by !== member.id) return 'not_your_proposal'
    return erasure.done === null ? null : 'already_erased'
  }
  if (!acts) return 'not_co_chair'
  if (erasure.done !== null) return 'already_erased'
  return member.side !== null && erasure.accepted.has(member.side) ? 'already_accepted' : null
}

/**
 * [M3] May this member make this move now? A pure rule over the committed process and board: null for yes, else the
 * reason. The server asks it before a move is written, a screen before it offers one.
 */
export const refusalOf = (situation: Situation): MoveRefusal | null => {
  const { process, board, member, move } = situation
  if (!member.admitted || member.left) return 'not_admitted'
  if (!inForce(member)) return 'not_accepted'
  if (member.role === 'observer') return 'read_only'
  if (mustAcknowledge(process, member) && !move.type.startsWith('rules.')) return 'rules_not_acknowledged'
  if (FACILITATED.has(move.type) && member.role !== 'facilitator') return 'not_facilitator'
  // Guests sit with a side and do not speak for it.
  const side = ROLES[member.role].counted ? member.side : null
  switch (move.type) {
    case 'stage.open': {
      if (!process.steps.some(step => step.id === move.stage)) return 'no_such_stage'
      const { step, only } = process.stage
      // Announced anew, with a warning of its own: those who asked for it have more time.
      const isAnew = only && move.warnSeconds !== undefined
      return step === move.stage && only === (move.only === true) && !isAnew ? 'already_open' : null
    }
    case 'late.admit': {
      if (!process.stage.only) return 'nothing_closed'
      if (!process.members.has(move.member)) return 'no_such_member'
      const { from } = process.stage
      const isLetIn = (card: CardId) => process.late.get(card)?.closedFrom === from
      return move.cards.every(isLetIn) ? 'already_let_in' : null
    }
    case 'interest.adopt':
    case 'interest.withdraw':
    case 'interest.confirm':
      return side === null ? 'no_side' : aboutInterest({ ...situation, member: { ...member, side } }, move)
    case 'link.confirm':
      if (side === null) return 'no_side'
      if (board.link(move.link) === undefined) return 'no_such_link'
      return process.linkConfirmations.get(move.link)?.has(side) ? 'already_confirmed' : null
    case 'layout.lock':
      return process.locked ? 'already_locked' : null
    case 'layout.unlock':
      return process.locked ? null : 'not_locked'
    case 'editing.pause':
      return process.pause !== null ? 'already_paused' : null
    case 'editing.resume':
      return process.pause !== null ? null : 'not_paused'
    case 'rules.propose':
      return member.role === 'facilitator' || actsForADecidingSide(member, process) ? null : 'not_co_chair'
    case 'rules.accept':
      return aboutProposal(process, member, move.version)
    case 'rules.acknowledge':
      if (process.rules.inForce?.version !== move.version) return 'stale_version'
      return process.rules.acknowledged.get(member.id) === move.version ? 'already_acknowledged' : null
    case 'caucus.call':
      return side === move.side ? null : 'not_your_side'
    case 'caucus.end':
      if (side !== move.side) return 'not_your_side'
      return process.caucuses.has(move.side) ? null : 'no_caucus'
    case 'round.open':
    case 'round.submit':
    case 'round.close':
    case 'round.release':
    case 'round.cancel':
      return roundRefusalOf(situation, move)
    case 'agreement.propose':
    case 'agreement.sign':
    case 'agreement.withdraw':
    case 'ratification.record':
      return agreementRefusalOf(situation, move)
    case 'erase.propose':
    case 'erase.accept':
    case 'erase.withdraw':
      return aboutErasure(situation, move)
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
      return followUpRefusalOf(situation, move)
    case 'timer.start':
      return null
    case 'timer.stop':
      return process.timer === null ? 'timer_not_running' : null
  }
}

/** A taken move has exactly the fields that were asked for; the server adds the stamp. */
export type Decision = { readonly taken: MoveRequest } | { readonly refused: MoveRefusal }

export const decide = (situation: Situation): Decision => {
  const refused = refusalOf(situation)
  return refused === null ? { taken: situation.move } : { refused }
}
