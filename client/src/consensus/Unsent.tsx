import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotHandedIn } from '../rounds/NotHandedIn.tsx'
import { useProcess, useSession } from '../session/hooks.ts'
import { signalDrafts } from './drafts.ts'

/** What I had chosen and typed in tests that have ended since, and not handed in. */
export const Unsent = () => {
  const { t } = useTranslation('consensus')
  const { rounds } = useProcess()
  const { id: me } = useSession()
  const [, setPutAway] = useState(0)
  return [...rounds.values()]
    .filter(({ kind, state }) => kind === 'consensus' && state.is !== 'open')
    .map(round => {
      const draft = signalDrafts.of(round.id, me)
      if (draft === undefined) return null
      const { signal, reason, wouldMove } = draft
      const lines = [signal === null ? '' : t(`signal.${signal}`), reason, wouldMove].filter(line => line.trim() !== '')
      const putAway = () => {
        signalDrafts.drop(round.id, me)
        setPutAway(count => count + 1)
      }
      return lines.length > 0 && <NotHandedIn key={round.id} round={round} lines={lines} onPutAway={putAway} />
    })
}
