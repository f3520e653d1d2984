import type { Answer, Round } from '@jointly/board'
import { useEffect, useState } from 'react'
import { useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import type { Drafts } from './drafts.ts'

type Given<Draft, Mine> = {
  round: Round
  /** What I have handed in, as the server has it. */
  mine: Mine | null
  drafts: Drafts<Draft>
  /** An answer as it is ticked or typed; of none, the empty form. */
  draftOf: (mine: Mine | null) => Draft
}

/**
 * One's own answer while one gives it: what was changed here and not handed in, else what lies sealed on the server. A second
 * tab or device of the same person may hand in meanwhile; that is said, since one answer takes the place of the other.
 */
export const useDraft = <Draft, Mine extends Answer>({ round, mine, drafts, draftOf }: Given<Draft, Mine>) => {
  const { id: me } = useSession()
  const { take, isPending } = useMove()
  const [kept, setKept] = useState(() => drafts.of(round.id, me))
  /** What this page has handed in, until the server is asked anew. */
  const [sent, setSent] = useState<{ readonly draft: Draft; readonly over: Mine | null } | null>(null)
  const isSent = sent !== null && sent.over === mine
  const sealed = isSent ? sent.draft : draftOf(mine)
  const sealedAs = isSent || mine !== null ? JSON.stringify(sealed) : ''
  const drop = () => {
    drafts.drop(round.id, me)
    setKept(undefined)
  }
  // Handed in, though the answer to it was lost on the way.
  const isSealed = kept !== undefined && JSON.stringify(kept) === sealedAs
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is dropped once
  useEffect(() => {
    if (isSealed) drop()
  }, [isSealed])

  return {
    draft: kept ?? sealed,
    change: (draft: Draft) => {
      drafts.keep(round.id, me, { draft, over: sealedAs })
      setKept(draft)
    },
    handedIn: sealedAs !== '' && (kept === undefined || isSealed),
    /** Names what lies on the server: a field that keeps what was typed begins anew with another. */
    sealedAs,
    isPending,
    handIn: async (answer: Answer) => {
      const draft = kept ?? sealed
      if (!(await take({ type: 'round.submit', round: round.id, answer }))) return
      drop()
      setSent({ draft, over: mine })
    },
    /** Puts away what was changed here, where something else was handed in since it was begun. */
    takeOther:
      kept !== undefined && !isSealed && (drafts.begunOver(round.id, me) ?? sealedAs) !== sealedAs ? drop : null,
  }
}
