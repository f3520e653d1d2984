import type { CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import styles from './Foot.module.css'

/** Where a fact comes from: every number carries its source. */
export const FactFoot = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('cards')
  return card.source === undefined ? null : <p className={styles.source}>{t('source', { source: card.source })}</p>
}
