import { useTranslation } from 'react-i18next'
import { JointText } from '../cards/JointText.tsx'
import styles from './Stage.module.css'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'
import { Unserved } from './Unserved.tsx'

/** One text, and beside it what it may have left out. */
export const AgreementStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  return (
    <StageFrame stage="agreement" actions={actions}>
      <div className={styles.main}>
        <section className={styles.group} aria-label={t('agreement.heading')}>
          <p className={styles.line}>{t('agreement.tentative')}</p>
          <JointText text="agreement" />
        </section>
        <Unserved title={t('agreement.unserved')} hint={t('agreement.unservedHint')} />
      </div>
    </StageFrame>
  )
}
