import type { CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import styles from './Foot.module.css'

/** The option that describes today. ("Status quo" is a legal duty in labor law.) */
export const CurrentChip = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('cards')
  return card.current ? <span className={styles.current}>{t('current')}</span> : null
}
