import { CardId } from '@jointly/board'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadable, useSession } from '../session/hooks.ts'
import type { Unsent } from '../session/unsent.ts'
import { notify } from '../ui/notices.ts'

/** The card, or the joint text by its name, that work in the tray is about, where it came too late for its step. */
const lateCard = ({ reason, again, place }: Unsent): CardId | null =>
  reason === 'stage_only' && again !== null ? (CardId.safeParse(place).data ?? null) : null

export type LateWork = {
  /** Asks a facilitator to let it in; undefined where there is nothing to be let in. */
  readonly ask: (entry: Unsent) => (() => void) | undefined
  readonly hasAsked: (entry: Unsent) => boolean
}

/**
 * What came after its step had closed: its writer asks for it to be let in, for as long as the step stays closed. Once a
 * facilitator has said yes it is sent by itself, and the minutes mark it as late.
 */
export const useLate = (): LateWork => {
  const { t } = useTranslation('board')
  const session = useSession()
  const unsent = useReadable(session.unsent)
  const { only, late } = useReadable(session.circumstances)
  const [asked, setAsked] = useState<readonly CardId[]>([])

  useEffect(() => {
    if (only === null) setAsked([])
  }, [only])
  useEffect(() => session.say({ asks: { late: asked } }), [session, asked])
  useEffect(() => {
    const letIn = unsent.filter(entry => {
      const card = lateCard(entry)
      return card !== null && asked.includes(card) && late?.get(card) === session.id
    })
    const sent = letIn.filter(entry => session.sendAgain(entry) === null)
    if (sent.length > 0) notify(t('only.cameIn'), { kind: 'good' })
  }, [session, unsent, asked, late, t])

  return {
    ask: entry => {
      const card = lateCard(entry)
      return only === null || card === null ? undefined : () => setAsked([...new Set([...asked, card])])
    },
    hasAsked: entry => asked.some(card => card === lateCard(entry)),
  }
}
