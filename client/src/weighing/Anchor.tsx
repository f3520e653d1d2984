import { useTranslation } from 'react-i18next'
import styles from './Answering.module.css'

/** When an option meets the criterion: what one answers by. */
export const Anchor = ({ words }: { words: string | undefined }) => {
  const { t } = useTranslation('cards')
  return words === undefined ? null : <span className={styles.anchor}>{t('anchor', { anchor: words })}</span>
}
