import { type Member, type Process, presentStep, type Step, type StepId } from '@jointly/board'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardSession } from '../session/board-session.ts'

export type StageView = {
  /** The step this person looks at. */
  readonly viewed: Step
  /** The step that is open for everyone. */
  readonly present: Step
  readonly look: (step: StepId) => void
  /** Another step was opened for everyone while this person was busy here: who did, and which. */
  readonly invited: { readonly step: Step; readonly by: string } | null
  readonly stay: () => void
}

/**
 * Which step one looks at. Whoever looks at the open step and does not write comes along when the facilitator opens
 * another; whoever writes, or looks at something else, is told and stays.
 */
export const useStageView = (at: {
  session: BoardSession
  process: Process
  me: Member
  onFollowed: (step: Step, by: string) => void
}): StageView => {
  const { process, session, me } = at
  const present = presentStep(process)
  const [viewed, setViewed] = useState<StepId>(present.id)
  const [invited, setInvited] = useState<StageView['invited']>(null)
  const before = useRef(present.id)
  const told = useRef(at.onFollowed)
  told.current = at.onFollowed

  useEffect(() => {
    const left = before.current
    if (left === present.id) return
    before.current = present.id
    const by = process.members.get(process.stage.by)?.name ?? ''
    const isMine = process.stage.by === me.id
    if (isMine || (viewed === left && !isBusy(session))) {
      setViewed(present.id)
      setInvited(null)
      if (!isMine) told.current(present, by)
    } else if (viewed !== present.id) setInvited({ step: present, by })
  }, [present, process, viewed, session, me.id])

  const look = useCallback((step: StepId) => {
    setViewed(step)
    setInvited(null)
  }, [])

  return {
    viewed: process.steps.find(step => step.id === viewed) ?? present,
    present,
    look,
    invited: invited?.step.id === viewed ? null : invited,
    stay: () => setInvited(null),
  }
}

/** Somebody who words a card, has begun one, has a dialog open or is in a caucus is not moved. */
const isBusy = (session: BoardSession): boolean => {
  if (session.place.document.kind === 'caucus') return true
  const { activeElement } = document
  const isInField =
    (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement) &&
    activeElement.value !== ''
  return (
    session.wording.get() !== null || isInField || document.querySelector('[role=dialog], [role=alertdialog]') !== null
  )
}
