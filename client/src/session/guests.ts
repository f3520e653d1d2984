import { guestsOf, type MemberId, metaOf } from '@jointly/board'
import { useMemo, useSyncExternalStore } from 'react'
import { useProcess, useReadable, useSession } from './hooks.ts'

/** Whom the side has asked into the caucus that one is in, as its document says; nobody at the table. */
export const useGuests = (): readonly MemberId[] => {
  const session = useSession()
  // A renewed copy is another document.
  useReadable(session.status)
  const { doc } = session.copy
  const { caucuses } = useProcess()
  const { document } = session.place
  const began = document.kind === 'caucus' ? caucuses.get(document.side)?.began : undefined
  const asked = useSyncExternalStore(
    listener => {
      metaOf(doc).observe(listener)
      return () => metaOf(doc).unobserve(listener)
    },
    () => JSON.stringify([...guestsOf(doc)]),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked is what changes
  return useMemo(
    () => [...guestsOf(doc)].flatMap(([id, of]) => (began !== undefined && of === began ? [id] : [])),
    [doc, asked, began],
  )
}
