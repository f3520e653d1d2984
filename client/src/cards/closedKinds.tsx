import { actRefusal, type CardKind } from '@jointly/board'
import { useEffect } from 'react'
import { useMe, useReadable, useSession } from '../session/hooks.ts'
import { NO_DRAFT, useDraft } from './draft.ts'

/** The kinds that the stage which alone is open now has no room for. */
export const useClosedKinds = () => {
  const me = useMe()
  const now = useReadable(useSession().circumstances)
  return (kind: CardKind): boolean => actRefusal(me, { act: 'make card', kind }, now) === 'stage_only'
}

/** What had been typed when the step closed goes to the tray: it can be copied there, or let in late. */
export const SetAside = ({ kind }: { kind: CardKind }) => {
  const session = useSession()
  const [{ text, source }, change] = useDraft(kind)
  useEffect(() => {
    if (text.trim() === '') return
    change(NO_DRAFT)
    session.setAside({ kind, text: text.trim(), source })
  }, [session, kind, text, source, change])
  return null
}
