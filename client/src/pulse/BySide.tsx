import { type PulseResult, type PulseStep, type Round, resultFor, type Side, stepsOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './Pulse.module.css'

type Props = { round: Round; result: PulseResult }

/** Each side by itself, as far as it is shown: nothing adds the sides up, and nothing is a majority. */
export const BySide = ({ round, result }: Props) => {
  const process = useProcess()
  const reader = useMe()
  const told = resultFor(result, round, { process, reader })
  return (
    <div className={styles.sides}>
      {process.sides
        .filter(({ id }) => told.sides[id] !== undefined)
        .map(side => (
          <OneSide key={side.id} side={side} round={round} result={told} />
        ))}
    </div>
  )
}

const OneSide = ({ side, round, result }: Props & { side: Side }) => {
  const { t } = useTranslation(['pulse', 'rounds'])
  const { members } = useProcess()
  const people = result.people?.filter(one => one.side === side.id) ?? []
  const reasons = result.reasons[side.id] ?? []
  return (
    <section className={styles.side} style={sideStyle(side)} aria-label={side.name}>
      <h3 className={styles.sideName}>
        <SideMark side={side} size={20} decorative />
        {side.name}
        <span className={styles.note}>{t('result.answered', { count: result.sides[side.id]?.answered ?? 0 })}</span>
      </h3>
      <Standing side={side} round={round} result={result} />
      {people.length > 0 && (
        <ul className={styles.said}>
          {people.map(({ member, step, why }) => (
            <li key={member}>
              <strong>{members.get(member)?.name}</strong>: {t(`step.${step}`)}
              {why !== undefined && (
                <>
                  . <q>{why}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <ul className={styles.said}>
          {reasons.map((why, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
            <li key={i}>
              <q>{why}</q>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** How many said which, where single answers are shown; else where the side stands on the five steps. */
const Standing = ({ side, round, result }: Props & { side: Side }) => {
  const { t, i18n } = useTranslation('pulse')
  const cell = result.steps[side.id]
  const steps = stepsOf(round.scale)
  if (cell === undefined || 'hidden' in cell)
    return <p className={styles.note}>{t(`result.hidden.${result.sides[side.id]?.hidden ?? 'few'}`)}</p>
  if (cell.mean === null) return <p className={styles.note}>{t('result.nobody')}</p>
  const { marks } = cell
  if (marks === undefined)
    return (
      <p>
        {t('result.mean', {
          mean: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(cell.mean),
          warmest: t(`step.${steps[0] as PulseStep}`),
          coldest: t(`step.${steps.at(-1) as PulseStep}`),
        })}
      </p>
    )
  const countOf = (i: number) => marks.filter(mark => mark === steps.length - i).length
  return (
    <dl className={styles.counts}>
      {steps.map((step, i) => (
        <div key={step} className={styles.count} data-none={countOf(i) === 0 || undefined}>
          <dt>{t(`step.${step}`)}</dt>
          <dd>
            {countOf(i)}
            <span className={styles.bar} style={{ inlineSize: `${countOf(i) * 1.25}rem` }} aria-hidden="true" />
          </dd>
        </div>
      ))}
    </dl>
  )
}
