import type { CopyRefusal } from '@jointly/protocol'

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
  card_erased: 'The content of that card was erased by agreement of all sides.',
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
  swallowed: 'Somebody changed the paragraph into something else while you were writing in it.',
} as const satisfies Record<CopyRefusal | 'too_big' | 'seat_changed' | 'closed' | 'swallowed', string>

/** Why one cannot write now, said where one would. */
const block = {
  observer: 'You are here as an observer: you read along, and everybody sees that you are here.',
  not_accepted: 'You can write once a co-chair of every side that decides has accepted you.',
  not_admitted: 'You can write once a co-chair of your side has admitted you.',
  rules: 'Ground rules are in force here. You can write once you have read them and said so.',
  paused: 'Writing is paused. You can read everything, and go on when the facilitator resumes.',
  writing_off: 'Your side has switched off writing in its caucus. What was written can be read.',
  renewing: 'Your copy of the board is being renewed. One moment.',
} as const

export const refusals = { copy, block }
