import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { Composer } from '../cards/Composer.tsx'
import { ComposingHint } from '../cards/ComposingHint.tsx'
import { useCards } from '../session/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isOption } from './cardFilters.ts'
import styles from './Stage.module.css'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'
import { Unserved } from './Unserved.tsx'

const OPTION = ['option'] as const

/** Ideas, unjudged, each with the interests it serves, and the interests that still have none. */
export const OptionsStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  const options = useCards(isOption)
  return (
    <StageFrame stage="options" actions={actions}>
      <div className={styles.main}>
        <section className={styles.group} aria-label={t('options.list')}>
          <p className={styles.line}>{t('options.idea')}</p>
          {options.length === 0 && (
            <EmptyState purpose={t('options.empty')} rule={t('options.rule')} example={t('options.example')} />
          )}
          <CardList cards={options} at="options" />
          <ComposingHint kind="option" />
          <div className={styles.composer}>
            <Composer kinds={OPTION} />
          </div>
        </section>
        <Unserved title={t('options.unserved')} />
      </div>
    </StageFrame>
  )
}
