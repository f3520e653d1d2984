import type { StageKind } from '@jointly/board'
import type { ComponentType } from 'react'
import { AgreementStage } from './AgreementStage.tsx'
import { CriteriaStage } from './CriteriaStage.tsx'
import { FollowUpStage } from './FollowUpStage.tsx'
import { InterestsStage } from './InterestsStage.tsx'
import { IssueStage } from './IssueStage.tsx'
import { OptionsStage } from './OptionsStage.tsx'
import { StoryStage } from './StoryStage.tsx'
import { WeighingStage } from './WeighingStage.tsx'

export type StageViewProps = {
  /** What the board offers beside the question, e.g. opening this stage for everybody. */
  actions: React.ReactNode
}

/** The screen of each kind of stage; a row per kind. */
export const STAGE_VIEWS = {
  issue: IssueStage,
  story: StoryStage,
  interests: InterestsStage,
  options: OptionsStage,
  criteria: CriteriaStage,
  weighing: WeighingStage,
  agreement: AgreementStage,
  'follow-up': FollowUpStage,
} as const satisfies Record<StageKind, ComponentType<StageViewProps>>
