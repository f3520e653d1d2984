import type { Answer, Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/Banner.tsx'
import styles from './Answering.module.css'

/** Who will see an answer, on whose server it lies, and whether it lies there already; said before one writes. */
export const Sealing = ({ round, handedIn }: { round: Round; handedIn: boolean }) => {
  const { t, i18n } = useTranslation('weighing')
  const { closesAt } = round
  return (
    <>
      <p className={styles.note}>
        <strong>{t(`anonymity.${round.anonymity}`)}.</strong> {t(`anonymityMeans.${round.anonymity}`)}{' '}
        {t('answer.sealed', { host: location.host })}{' '}
        {closesAt !== null &&
          t('answer.until', {
            time: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
              new Date(closesAt),
            ),
          })}
      </p>
      {handedIn && <Banner kind="good">{t('answer.handedIn')}</Banner>}
    </>
  )
}

/** What the button says that hands an answer in. */
export const handInWords = (mine: Answer | null, isWhole: boolean) =>
  mine !== null ? 'answer.handInAgain' : isWhole ? 'answer.handIn' : 'answer.handInPart'
