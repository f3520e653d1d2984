import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { withWords } from '../i18n/language.ts'
import { useCards, useIsTable } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import { isQuestion } from './cardFilters.ts'
import styles from './Stage.module.css'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

// On demand: nobody needs it to read a stage and to write the first card.
const FollowUp = lazy(async () => ({
  default: (await withWords('followUp', import('../followup/FollowUp.tsx'))).FollowUp,
}))

/** What follows from what was agreed, and the questions that nobody has answered. Both sides keep it, so it is at the table. */
export const FollowUpStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  const questions = useCards(isQuestion)
  return (
    <StageFrame stage="follow-up" actions={actions}>
      {useIsTable() ? (
        <Suspense fallback={<Loading />}>
          <FollowUp />
        </Suspense>
      ) : (
        <p className={styles.note}>{t('followUp.atTable')}</p>
      )}
      {questions.length > 0 && (
        <section className={styles.group} aria-label={t('followUp.stillOpen')}>
          <h3 className={styles.groupTitle}>{t('followUp.stillOpen')}</h3>
          <CardList cards={questions} at="follow-up" wide />
        </section>
      )}
    </StageFrame>
  )
}
