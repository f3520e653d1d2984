import type { MemberId, RoundId } from '@jointly/board'

/** How many are kept at all: the browser asks before a page is left with one of them. */
let kept = 0
const warn = (event: BeforeUnloadEvent) => event.preventDefault()
const count = (by: 1 | -1): void => {
  kept += by
  if (kept > 0) addEventListener('beforeunload', warn)
  else removeEventListener('beforeunload', warn)
}

/**
 * What somebody has ticked or typed and not handed in, while the page is open: one may look elsewhere and come back. It is
 * kept in no storage of the browser, which another person at a shared machine could read; so a page is not left with it
 * unasked.
 */
export const draftsOf = <Draft>() => {
  const drafts = new Map<string, { readonly draft: Draft; readonly over: string }>()
  const keyOf = (round: RoundId, member: MemberId) => `${round} ${member}`
  return {
    of: (round: RoundId, member: MemberId): Draft | undefined => drafts.get(keyOf(round, member))?.draft,
    /** What was handed in when it was begun. */
    begunOver: (round: RoundId, member: MemberId): string | undefined => drafts.get(keyOf(round, member))?.over,
    keep: (round: RoundId, member: MemberId, { draft, over }: { draft: Draft; over: string }): void => {
      const key = keyOf(round, member)
      const before = drafts.get(key)
      if (before === undefined) count(1)
      drafts.set(key, { draft, over: before?.over ?? over })
    },
    drop: (round: RoundId, member: MemberId): void => {
      if (drafts.delete(keyOf(round, member))) count(-1)
    },
  }
}
export type Drafts<Draft> = ReturnType<typeof draftsOf<Draft>>
