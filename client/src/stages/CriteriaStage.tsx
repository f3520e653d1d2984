import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { Composer } from '../cards/Composer.tsx'
import { ComposingHint } from '../cards/ComposingHint.tsx'
import { useCards } from '../session/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isCriterion } from './cardFilters.ts'
import styles from './Stage.module.css'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'

const CRITERION = ['criterion'] as const

/** About eight criteria are enough, fifteen too many (Susskind). */
const ENOUGH = 8
const TOO_MANY = 15

/** The short list both sides will judge by. */
export const CriteriaStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  const criteria = useCards(isCriterion)
  return (
    <StageFrame stage="criteria" actions={actions}>
      <section className={styles.group} aria-label={t('criteria.list')}>
        {criteria.length === 0 && (
          <EmptyState purpose={t('criteria.empty')} rule={t('criteria.rule')} example={t('criteria.example')} />
        )}
        {criteria.length > ENOUGH && (
          <p className={styles.note}>{t(criteria.length > TOO_MANY ? 'criteria.tooMany' : 'criteria.enough')}</p>
        )}
        <CardList cards={criteria} at="criteria" wide />
        <ComposingHint kind="criterion" />
        <div className={styles.composer}>
          <Composer kinds={CRITERION} />
        </div>
      </section>
    </StageFrame>
  )
}
