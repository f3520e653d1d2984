import type { Signal } from '@jointly/board'
import { draftsOf } from '../rounds/drafts.ts'

export type SignalDraft = {
  readonly signal: Signal | null
  readonly reason: string
  readonly spoken: boolean
  readonly wouldMove: string
}
export const signalDrafts = draftsOf<SignalDraft>()
