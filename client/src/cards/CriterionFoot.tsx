import type { CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import styles from './Foot.module.css'

/** When an option meets it, so that everybody who answers means the same. */
export const CriterionFoot = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('cards')
  return card.anchor === undefined ? null : <p className={styles.source}>{t('anchor', { anchor: card.anchor })}</p>
}
