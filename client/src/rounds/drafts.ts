import type { MemberId, RoundId } from '@jointly/board'

/**
 * What somebody has ticked or typed and not handed in, while the page is open: one may look elsewhere and come back. It is
 * kept in no storage of the browser, which another person at a shared machine could read.
 */
export const draftsOf = <Draft>() => {
  const drafts = new Map<string, Draft>()
  const keyOf = (round: RoundId, member: MemberId) => `${round} ${member}`
  return {
    of: (round: RoundId, member: MemberId): Draft | undefined => drafts.get(keyOf(round, member)),
    keep: (round: RoundId, member: MemberId, draft: Draft): void => void drafts.set(keyOf(round, member), draft),
    drop: (round: RoundId, member: MemberId): void => void drafts.delete(keyOf(round, member)),
  }
}
