import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { useCards } from '../session/hooks.ts'
import { isQuestion } from './cardFilters.ts'
import styles from './Stage.module.css'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

/** What this board can do about follow-up today, said plainly, and the questions that nobody has answered. */
export const FollowUpStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  const questions = useCards(isQuestion)
  return (
    <StageFrame stage="follow-up" actions={actions}>
      <p className={styles.note}>{t('followUp.today')}</p>
      {questions.length > 0 && (
        <section className={styles.group} aria-label={t('followUp.stillOpen')}>
          <h3 className={styles.groupTitle}>{t('followUp.stillOpen')}</h3>
          <CardList cards={questions} at="follow-up" wide />
        </section>
      )}
    </StageFrame>
  )
}
