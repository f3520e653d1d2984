import {
  type ConsensusResult,
  meaningOf,
  type Reason,
  type Round,
  type Side,
  type Signal,
  signalsOf,
} from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { SideResults } from '../rounds/SideResults.tsx'
import { useProcess } from '../session/hooks.ts'
import styles from './Consensus.module.css'

type Props = { round: Round; result: ConsensusResult }

/** Where each side stands, how that came about, and why, as far as it is shown. */
export const BySide = ({ round, result }: Props) => {
  const { t } = useTranslation('consensus')
  return (
    <SideResults
      of={result}
      heading="h4"
      note={side => !side.decides && <span className={styles.note}>{t('result.advises')}</span>}
    >
      {side => <OneSide side={side} round={round} result={result} />}
    </SideResults>
  )
}

const OneSide = ({ side, round, result }: Props & { side: Side }) => {
  const { t } = useTranslation('consensus')
  const standing = result.sides[side.id]
  const outcome = result.outcomes[side.id] ?? null
  const reasons = result.reasons[side.id] ?? []
  const people = result.people?.filter(one => one.side === side.id) ?? []
  return (
    <>
      <p className={styles.outcome} data-outcome={outcome}>
        {outcome === null ? t(`result.hidden.${standing?.hidden ?? 'few'}`) : t(`result.side.${outcome}`)}
      </p>
      <p className={styles.note}>
        {t('result.answered', { count: standing?.answered ?? 0, quorum: round.quorum?.[side.id] ?? 1 })}
      </p>
      <Signals round={round} counts={result.signals[side.id] ?? null} />
      {people.length > 0 && (
        <ul className={styles.said}>
          {people.map(one => (
            <Said key={one.member} member={one.member} signal={one.signal} why={one} />
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <ul className={styles.said}>
          {reasons.map((why, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
            <Said key={i} why={why} />
          ))}
        </ul>
      )}
    </>
  )
}

/** How many gave which signal, the warmest first. */
const Signals = ({ round, counts }: { round: Round; counts: ConsensusResult['signals'][Side['id']] }) => {
  const { t } = useTranslation('consensus')
  if (counts === null) return null
  const given = signalsOf(round.scale).filter(signal => (counts[signal] ?? 0) > 0)
  return (
    <ul className={styles.signals}>
      {given.map(signal => (
        <li key={signal} data-meaning={meaningOf(round.scale, signal)}>
          <span className={styles.count}>{counts[signal]}</span> {t(`signal.${signal}`)}
        </li>
      ))}
    </ul>
  )
}

const Said = ({ member, signal, why }: { member?: string; signal?: Signal; why: Reason }) => {
  const { t } = useTranslation('consensus')
  const { members } = useProcess()
  const name = [...members.values()].find(({ id }) => id === member)?.name
  return (
    <li className={styles.saying}>
      {name !== undefined && signal !== undefined && (
        <span>
          <strong>{name}</strong>: {t(`signal.${signal}`)}
        </span>
      )}
      {why.reason !== undefined && <q className={styles.words}>{why.reason}</q>}
      {why.spoken === true && <span className={styles.note}>{t('result.spoken')}</span>}
      {why.wouldMove !== undefined && (
        <span>
          {t('result.wouldMove')} <q className={styles.words}>{why.wouldMove}</q>
        </span>
      )}
    </li>
  )
}
