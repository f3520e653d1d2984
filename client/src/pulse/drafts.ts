import type { PulseStep } from '@jointly/board'
import { draftsOf } from '../rounds/drafts.ts'

export type PulseDraft = { readonly step: PulseStep | null; readonly why: string }
export const pulseDrafts = draftsOf<PulseDraft>()
