import { useTranslation } from 'react-i18next'
import { JointText } from '../cards/JointText.tsx'
import { KnowledgeLists } from './KnowledgeLists.tsx'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

/** The question itself, in everybody's words, and below it what is known. */
export const IssueStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  return (
    <StageFrame stage="issue" actions={actions}>
      <section aria-label={t('issueHeading')}>
        <JointText text="issue" large />
      </section>
      <KnowledgeLists />
    </StageFrame>
  )
}
