import type { ProblemCode } from '@jointly/protocol'

/** Why a request was refused, as a sentence that ends in what to do. The last two never reached a server. */
export const problems = {
  bad_request: 'Something in what was sent is not as it should be. Please check what you typed.',
  bad_json: 'The server could not read the request. Reload the page and try again.',
  sign_in: 'This browser is not signed in here. Open the link you were sent.',
  not_yours: 'This is not open to you as the person you are here.',
  not_admitted: 'You have not been admitted yet. A co-chair of your side will have to do it.',
  not_accepted:
    'You have not been accepted by every side yet. A co-chair of each side that decides will have to do it.',
  not_co_chair: 'Only a co-chair of that side may do this.',
  not_facilitator: 'Only a facilitator may do this.',
  read_only: 'Observers read and do not write.',
  foreign_origin: 'The request came from another site and was refused. Open Jointly by its own address.',
  which_member: 'This browser is several people in this team. Choose who you are first.',
  signup_closed: 'New teams cannot be started on this server. Whoever runs it has switched that off.',
  no_such: 'What you are looking for is not here, or no longer.',
  invitation_expired: 'This link has expired.',
  invitation_revoked: 'This link was withdrawn.',
  invitation_used_up: 'This link has been used by as many people as it was made for.',
  authorship_off: 'The ground rules do not have words marked with who wrote them.',
  needs_no_acceptance: 'Only facilitators and observers need to be accepted.',
  seat_missing: 'That role needs a side, and a side that the team has.',
  side_missing: 'This case speaks of a side that the team does not have.',
  no_such_case: 'There is no such case on this server.',
  conflict: 'Somebody else changed this at the same moment. Look at it again and repeat what you wanted.',
  too_big: 'That is too much at once. Please shorten it.',
  not_an_image: 'This is not a picture that can be shown here. JPEG, PNG, WebP and GIF can.',
  image_too_large:
    'This picture has more points than can be shown here. Make it smaller, to 50 million points at most.',
  too_many_requests: 'Too many requests from here in a short time. Wait a minute and try again.',
  internal: 'The server made a mistake. Nothing was changed; please try again.',
  come_back: 'The server is busy or starting again. Please try again in a moment.',
  disk_full: 'The server’s disk is full. Nothing was changed. Please tell whoever runs the server.',
  no_caucus: 'You stand for no side, so there is no caucus of yours.',
  offline: 'The server cannot be reached. Check your connection and try again.',
  unreadable: 'The answer could not be read; this page may be older than the server. Try again, or reload it.',
} as const satisfies Record<ProblemCode | 'offline' | 'unreadable' | 'no_caucus', string>
