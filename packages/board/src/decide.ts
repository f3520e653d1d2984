import { agreementRefusalOf } from './agreement/decide.ts'
import { erasureOf, openErasures } from './erasures.ts'
import { followUpRefusalOf } from './followup/decide.ts'
import { endsOf, endWordings, linkStanding } from './linkStanding.ts'
import { type About, type MoveRequest, type NounOf, nounOf } from './moves.ts'
import { mustAcknowledge } from './now.ts'
import { actsFor, actsForADecidingSide, decidingSides, inForce, type Member, speaksFor } from './people.ts'
import type { Process } from './process.ts'
import { roundRefusalOf } from './rounds/decide.ts'
import { type BoardView, cardOnTable } from './view.ts'
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
  'round_held',
  'already_held',
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

type Noun = NounOf<MoveRequest>
/** Why a move is refused to somebody who may make moves at all, or null. */
type Rule<N extends Noun> = (situation: Situation, move: About<N, MoveRequest>) => MoveRefusal | null

/** What only a facilitator may ask. */
const FACILITATED: ReadonlySet<Noun> = new Set(['stage', 'late', 'layout', 'editing', 'timer'])

const aboutStage: Rule<'stage'> = ({ process: { steps, stage } }, move) => {
  if (!steps.some(step => step.id === move.stage)) return 'no_such_stage'
  // Announced anew, with a warning of its own: those who asked for it have more time.
  const isAnew = stage.only && move.warnSeconds !== undefined
  const isOpen = stage.step === move.stage && stage.only === (move.only === true)
  return isOpen && !isAnew ? 'already_open' : null
}

const aboutLate: Rule<'late'> = ({ process: { stage, members, late } }, { member, cards }) => {
  if (!stage.only) return 'nothing_closed'
  if (!members.has(member)) return 'no_such_member'
  return cards.every(card => late.get(card)?.closedFrom === stage.from) ? 'already_let_in' : null
}

const aboutInterest: Rule<'interest'> = ({ process, board, member }, move) => {
  const side = speaksFor(member)
  if (side === null) return 'no_side'
  const card = cardOnTable(board, move.card)
  if (card === undefined) return 'no_such_card'
  if (card.kind !== 'interest') return 'not_an_interest'
  const adopted = process.adoptions.get(card.id)?.get(member.id)
  if (move.type === 'interest.withdraw') return adopted === undefined ? 'not_adopted' : null
  if (erasureOf(process, card.id) !== undefined) return 'already_erased'
  if (move.wording !== wordingOf(card)) return 'stale_wording'
  if (move.type === 'interest.adopt') {
    if (card.side === side) return 'own_interest'
    return adopted?.wording === move.wording ? 'already_adopted' : null
  }
  if (!decidingSides(process.sides).includes(side)) return 'advising_side'
  if (!actsFor(member, side, process.members.values())) return 'not_co_chair'
  return process.confirmations.get(card.id)?.get(side)?.wording === move.wording ? 'already_confirmed' : null
}

/** [M40] As with an interest: said for a side by whoever acts for it, of the wordings that stand there. */
const aboutLink: Rule<'link'> = ({ process, board, member }, move) => {
  const side = speaksFor(member)
  if (side === null) return 'no_side'
  const link = board.link(move.link)
  if (link === undefined) return 'no_such_link'
  if (!actsFor(member, side, process.members.values())) return 'not_co_chair'
  const said = process.linkConfirmations.get(link.id)?.has(side) === true
  if (move.type === 'link.withdraw') return said ? null : 'not_confirmed'
  if (cardOnTable(board, link.from) === undefined || cardOnTable(board, link.to) === undefined) return 'no_such_card'
  if ([link.from, link.to].some(card => erasureOf(process, card) !== undefined)) return 'already_erased'
  const ends = endsOf(link, board)
  const now = endWordings(ends)
  if (move.wordings !== undefined && (move.wordings.from !== now?.from || move.wordings.to !== now.to))
    return 'stale_wording'
  return linkStanding(link, ends, process).sides.includes(side) ? 'already_confirmed' : null
}

const aboutRules: Rule<'rules'> = ({ process, member }, move) => {
  const { inForce: present, proposed, acknowledged } = process.rules
  switch (move.type) {
    case 'rules.propose':
      return member.role === 'facilitator' || actsForADecidingSide(member, process) ? null : 'not_co_chair'
    case 'rules.accept':
      if (proposed === null) return 'no_rules_proposed'
      if (proposed.version !== move.version) return 'stale_version'
      if (!actsForADecidingSide(member, process)) return 'not_co_chair'
      return member.side !== null && proposed.accepted.has(member.side) ? 'already_accepted' : null
    case 'rules.acknowledge':
      if (present?.version !== move.version) return 'stale_version'
      return acknowledged.get(member.id) === move.version ? 'already_acknowledged' : null
  }
}

const aboutCaucus: Rule<'caucus'> = ({ process, member }, { type, side }) => {
  if (speaksFor(member) !== side) return 'not_your_side'
  return type === 'caucus.end' && !process.caucuses.has(side) ? 'no_caucus' : null
}

/** [M30] Content is erased by the deciding sides together, under ground rules: each by somebody who acts for it. */
const aboutErasure: Rule<'erase'> = ({ process, board, member }, move) => {
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

/** A row per noun; the rows of a large part of the process stand with it. */
const RULES: { readonly [N in Noun]: Rule<N> } = {
  stage: aboutStage,
  late: aboutLate,
  interest: aboutInterest,
  link: aboutLink,
  layout: ({ process: { locked } }, { type }) => {
    if (type === 'layout.lock') return locked ? 'already_locked' : null
    return locked ? null : 'not_locked'
  },
  editing: ({ process: { pause } }, { type }) => {
    if (type === 'editing.pause') return pause === null ? null : 'already_paused'
    return pause === null ? 'not_paused' : null
  },
  timer: ({ process: { timer } }, { type }) => (type === 'timer.stop' && timer === null ? 'timer_not_running' : null),
  rules: aboutRules,
  caucus: aboutCaucus,
  round: roundRefusalOf,
  agreement: agreementRefusalOf,
  ratification: agreementRefusalOf,
  action: followUpRefusalOf,
  indicator: followUpRefusalOf,
  review: followUpRefusalOf,
  erase: aboutErasure,
}

/**
 * [M3] May this member make this move now? A pure rule over the committed process and board: null for yes, else the
 * reason. The server asks it before a move is written, a screen before it offers one.
 */
export const refusalOf = (situation: Situation): MoveRefusal | null => {
  const { process, member, move } = situation
  const noun = nounOf(move)
  if (!member.admitted || member.left) return 'not_admitted'
  if (!inForce(member)) return 'not_accepted'
  if (member.role === 'observer') return 'read_only'
  if (noun !== 'rules' && mustAcknowledge(process, member)) return 'rules_not_acknowledged'
  if (FACILITATED.has(noun) && member.role !== 'facilitator') return 'not_facilitator'
  // Each row takes the moves of its own noun; over the whole table TypeScript sees only their union.
  const rule = RULES[noun] as Rule<Noun>
  return rule(situation, move)
}

/** A taken move has exactly the fields that were asked for; the server adds the stamp. */
export type Decision = { readonly taken: MoveRequest } | { readonly refused: MoveRefusal }

export const decide = (situation: Situation): Decision => {
  const refused = refusalOf(situation)
  return refused === null ? { taken: situation.move } : { refused }
}
