import {
  type ConsensusOutcome,
  type ConsensusResult,
  outcomeOfSides,
  type Round,
  resultFor,
  type SideOutcome,
} from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { useSideList } from '../ui/seatWords.ts'
import { BySide } from './BySide.tsx'
import styles from './Consensus.module.css'
import { useSubject } from './useSubject.ts'

/** What a test has brought: what follows for all, and then each side by itself. */
export const Shown = ({ round, at, result: whole }: { round: Round; at: string; result: ConsensusResult }) => {
  const { t } = useTranslation('consensus')
  const process = useProcess()
  const { sides } = process
  const result = resultFor(whole, round, { process, reader: useMe() })
  const list = useSideList()
  const subject = useSubject(round)
  const outcome = outcomeOfSides(result, sides)
  const holding = sides.filter(({ id, decides }) => decides && HOLDS[outcome].includes(result.outcomes[id] ?? null))
  return (
    <article className={styles.shown} aria-label={t('result.of', { subject: subject.title })}>
      <h4 className={styles.subject}>{subject.title}</h4>
      <p className={styles.note}>
        {t(`scale.${round.scale as 'thumbs'}`)} · <RelativeTime at={at} />
        {subject.isOther && ` · ${t('changedSince')}`}
      </p>
      <Banner kind={outcome === 'reached' ? 'good' : 'info'}>
        {t(`result.joint.${outcome}`, { sides: list(holding) })}
      </Banner>
      <BySide round={round} result={result} />
    </article>
  )
}

/** By whom it is held, where it is. */
const HOLDS: Readonly<Record<ConsensusOutcome, readonly (SideOutcome | null)[]>> = {
  reached: [],
  blocked: ['blocks'],
  'not-ready': ['not-ready', 'short'],
  unknown: [null],
}
