import type { Authorship } from '../live/authorship.ts'
import type { Rooms } from '../live/rooms.ts'
import type { Door } from '../people/door.ts'
import type { Invitations } from '../people/invitations.ts'
import type { Membership } from '../people/membership.ts'
import type { Roll } from '../people/roll.ts'
import type { Sessions } from '../people/sessions.ts'
import type { Storage } from '../storage/storage.ts'

/** What of the settings the routes need. */
export type HttpSettings = { readonly publicUrl: string | null; readonly openSignup: boolean }

/** What the handlers work with. */
export type Services = {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly authorship: Authorship
  readonly door: Door
  readonly roll: Roll
  readonly invitations: Invitations
  readonly sessions: Sessions
  readonly membership: Membership
  readonly clock: () => number
  readonly settings: HttpSettings
}
