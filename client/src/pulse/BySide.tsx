import { type PulseResult, type PulseStep, type Round, resultFor, type Side, stepsOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { SideResults } from '../rounds/SideResults.tsx'
import { useMe, useProcess } from '../session/hooks.ts'
import styles from './Pulse.module.css'

type Props = { round: Round; result: PulseResult }

/** What a pulse has brought, as far as its reader is told. */
export const BySide = ({ round, result }: Props) => {
  const { t } = useTranslation('pulse')
  const process = useProcess()
  const reader = useMe()
  const told = resultFor(result, round, { process, reader })
  return (
    <SideResults
      of={told}
      heading="h3"
      note={({ id }) => (
        <span className={styles.note}>{t('result.answered', { count: told.sides[id]?.answered ?? 0 })}</span>
      )}
    >
      {side => <OneSide side={side} round={round} result={told} />}
    </SideResults>
  )
}

const OneSide = ({ side, round, result }: Props & { side: Side }) => {
  const { t } = useTranslation('pulse')
  const { members } = useProcess()
  const people = result.people?.filter(one => one.side === side.id) ?? []
  const reasons = result.reasons[side.id] ?? []
  return (
    <>
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
    </>
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
