import type { MoveRefusal } from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'

/** Why a move was not taken, as a sentence that ends in what to do. */
const move = {
  not_admitted: 'You have not been admitted yet. A co-chair of your side will have to do it.',
  not_accepted:
    'You have not been accepted by every side yet. A co-chair of each side that decides will have to do it.',
  rules_not_acknowledged: 'Ground rules are in force here. Read them first, and say that you have.',
  read_only: 'Observers read along and do not decide.',
  no_side: 'Only members of a side can say this. You sit with none.',
  not_facilitator: 'Only a facilitator may do this.',
  not_co_chair: 'Only a co-chair speaks for a side that has one.',
  no_such_stage: 'This board has no such step.',
  already_open: 'That step is open already.',
  no_such_card: 'That card was put away in the meantime.',
  no_such_link: 'That connection was taken away in the meantime.',
  not_an_interest: 'Only an interest can matter to the other side.',
  own_interest: 'It is your own side’s interest: the other side says whether it matters to them too.',
  stale_wording: 'The words have just changed. Read them again, and say it of the new wording.',
  already_adopted: 'You have said so already.',
  not_adopted: 'You had not said so.',
  already_confirmed: 'Your side has confirmed it already.',
  advising_side: 'Your side advises at this table; confirming is for the sides that decide.',
  already_locked: 'The layout is locked already.',
  not_locked: 'The layout is not locked.',
  already_paused: 'Writing is paused already.',
  not_paused: 'Writing is not paused.',
  no_rules_proposed: 'No ground rules are proposed at the moment.',
  stale_version: 'There is a newer version. Read it first, then decide.',
  already_accepted: 'Your side has accepted them already.',
  already_acknowledged: 'You have said already that you know these rules.',
  not_your_side: 'Only that side can do this for itself.',
  no_caucus: 'Your side is not in caucus.',
  timer_not_running: 'The clock is not running.',
  no_such_round: 'There is no such round on this board.',
  round_running: 'A round is under way already. Finish or cancel it first.',
  round_not_open: 'This round takes no answers any more.',
  round_not_closed: 'People are still answering. Close the round first.',
  round_cancelled: 'This round was cancelled, and its answers were destroyed.',
  already_released: 'Your side has released it already.',
  side_has_no_answer: 'A side that decides has given no answer, so there is nothing joint to show. Ask again.',
  rules_not_in_force:
    'A joint result waits for the ground rules: a co-chair of every deciding side accepts them first.',
  not_switched_on: 'The ground rules have not switched this on. Every deciding side would have to accept it.',
  nothing_to_weigh: 'There is nothing to weigh yet: a round needs an option and a criterion.',
  nothing_answered: 'There is no answer in it yet.',
  unknown_option: 'This round does not ask about that option or criterion. Look at the round again.',
  wrong_scale: 'This round asks in another scale. Look at the round again.',
  value_out_of_range: 'Points go from 0 to 100.',
} as const satisfies Record<MoveRefusal, string>

/** Why words came back to the tray. The words themselves stand below. */
const copy = {
  bad_frame: 'The server could not read what this page sent.',
  bad_update: 'The server could not read what this page sent.',
  gap: 'A piece of it was lost on the way.',
  forged_client: 'It was written under a name that is not yours here.',
  crossed_origins: 'An undo had put it in an impossible place.',
  read_only: 'You could read but not write at that moment.',
  editing_paused: 'Writing was paused before it arrived.',
  writing_off: 'Your side switched off writing in its caucus before it arrived.',
  unknown_place: 'It stood in a place that this board does not have.',
  incomplete_card: 'The card was not complete.',
  wrong_author: 'It carried another author than you.',
  fixed_field: 'It changed something that stays as it was posted.',
  rules_not_acknowledged: 'Ground rules are in force here, and you had not yet said that you have read them.',
  stage_only: 'Only something else was open at this stage by the time it arrived.',
  not_your_words: 'These are another side’s words, and stay theirs.',
  layout_locked: 'The layout was locked before it arrived.',
  not_yours_to_put_away: 'Only the side of a card puts it away or brings it back.',
  not_yours_to_take_away: 'Only the side that added it takes it away or brings it back.',
  unknown_words: 'It held something that cards and texts cannot hold, or a link that leads nowhere safe.',
  too_long: 'It was longer than a card or a text may be.',
  too_costly: 'It was made in a way that would have kept everybody waiting.',
  foreign_presence: 'This page said something about somebody else’s presence.',
  old_epoch: 'The board has begun anew since it was written.',
  too_big: 'It was too much at once.',
  seat_changed: 'Your seat changed while it was on its way.',
  closed: 'The server closed the board before it was saved.',
} as const satisfies Record<CopyRefusal | 'too_big' | 'seat_changed' | 'closed', string>

/** Why one cannot write now, said where one would. */
const block = {
  observer: 'You are here as an observer: you read along, and everybody sees that you are here.',
  not_accepted: 'You can write once a co-chair of every side that decides has accepted you.',
  not_admitted: 'You can write once a co-chair of your side has admitted you.',
  rules: 'Ground rules are in force here. You can write once you have read them and said so.',
  paused: 'Writing is paused. You can read everything, and go on when the facilitator resumes.',
  renewing: 'Your copy of the board is being renewed. One moment.',
} as const

export const refusals = { move, copy, block }
