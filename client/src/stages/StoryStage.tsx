import { KnowledgeLists } from './KnowledgeLists.tsx'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

/** What has happened: facts with their sources, and what still has to be found out. */
export const StoryStage = ({ actions }: StageViewProps) => (
  <StageFrame stage="story" actions={actions}>
    <KnowledgeLists />
  </StageFrame>
)
