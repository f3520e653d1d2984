import { type Answer, type Round, showsMoreThanBefore } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useAnonymityMeans } from './AnonymityChoices.tsx'
import styles from './Rounds.module.css'
import { SHOWN_AS } from './shownAs.ts'

type SealingProps = {
  round: Round
  handedIn: boolean
  /** Puts away what stands here, where something else was handed in meanwhile. */
  takeOther: (() => void) | null
}

/** Who will see an answer, on whose server it lies, and whether it lies there already; said before one writes. */
export const Sealing = ({ round, handedIn, takeOther }: SealingProps) => {
  const { t } = useTranslation('rounds')
  const as = SHOWN_AS[round.kind]
  const meansOf = useAnonymityMeans()
  const { rounds } = useProcess()
  return (
    <>
      <p className={styles.note}>
        <strong>{t(`as.${as}.anonymity.${round.anonymity}`)}.</strong>{' '}
        {meansOf(round.kind, round.anonymity, round.attribution)} {t('answer.sealed', { host: location.host })}
      </p>
      {showsMoreThanBefore(round, rounds.values()) && <Banner>{t('answer.showsMore')}</Banner>}
      {handedIn && <Banner kind="good">{t('answer.handedIn')}</Banner>}
      {takeOther !== null && (
        <Banner
          action={
            <Button small onPress={takeOther}>
              {t('answer.takeOther')}
            </Button>
          }
        >
          {t('answer.other')}
        </Banner>
      )}
    </>
  )
}

/** What the button says that hands an answer in. */
export const handInWords = (mine: Answer | null, isWhole: boolean) =>
  mine !== null ? 'rounds:answer.handInAgain' : isWhole ? 'rounds:answer.handIn' : 'rounds:answer.handInPart'
