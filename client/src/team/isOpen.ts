import type { Invitation } from '@jointly/protocol'

/** Whether a link still lets somebody in at `now` (milliseconds since 1970). */
export const isOpen = ({ revoked, used, uses, expiresAt }: Invitation, now: number): boolean =>
  !revoked && used < uses && Date.parse(expiresAt) > now
