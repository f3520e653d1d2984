import type { StageKind } from '@jointly/board'
import { type ComponentType, createElement } from 'react'
import { Loading } from '../ui/Loading.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { CriteriaStage } from './CriteriaStage.tsx'
import { InterestsStage } from './InterestsStage.tsx'
import { IssueStage } from './IssueStage.tsx'
import { OptionsStage } from './OptionsStage.tsx'
import { StoryStage } from './StoryStage.tsx'

const fetched = (load: () => Promise<{ default: ComponentType<StageViewProps> }>) =>
  onDemand(load, createElement(Loading))

export type StageViewProps = {
  /** What the board offers beside the question, e.g. opening this stage for everybody. */
  actions: React.ReactNode
}

/** The screen of each kind of stage; a row per kind. The later ones are fetched when somebody goes there. */
export const STAGE_VIEWS = {
  issue: IssueStage,
  story: StoryStage,
  interests: InterestsStage,
  options: OptionsStage,
  criteria: CriteriaStage,
  weighing: fetched(async () => ({ default: (await import('./WeighingStage.tsx')).WeighingStage })),
  agreement: fetched(async () => ({ default: (await import('./AgreementStage.tsx')).AgreementStage })),
  'follow-up': fetched(async () => ({ default: (await import('./FollowUpStage.tsx')).FollowUpStage })),
} as const satisfies Record<StageKind, ComponentType<StageViewProps>>
