import {
  INDICATOR_NAMES,
  INDICATORS,
  type Indicator,
  type Mapped,
  type OptionId,
  pointedAt,
  printed,
  type Weighed,
} from '@jointly/board'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { listed } from '../../ui/listed.ts'
import { SideMark } from '../../ui/SideMark.tsx'
import { Wide } from '../Wide.tsx'
import { decimalsOf, formulaOf, type Prospect } from './arithmetic.ts'
import { floorWords } from './MapPanel.tsx'
import { OptionHead } from './OptionHead.tsx'
import { PartLegend, PartMark } from './PartMark.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

type Given = { weighed: Weighed; mapped: Mapped }

/** Every joint-gain indicator beside the others, none crowned; where they point at different options it is said. */
export const Indicators = ({ weighed, mapped }: Given) => {
  const { t } = useTranslation('values')
  const [opened, open] = useState<{ indicator: Indicator; option: OptionId } | null>(null)
  const { textOf } = useWords()
  const isPart = (indicator: Indicator, option: OptionId) => mapped.gain.incomplete[indicator].includes(option)
  const shown = opened && formulaOf(opened.indicator, prospectOf(opened.option, { weighed, mapped }))
  return (
    <details className={styles.panel}>
      <summary className={styles.panelTitle}>{t('indicators.title')}</summary>
      <p className={styles.note}>{t('indicators.note')}</p>
      <Disagreement weighed={weighed} mapped={mapped} />
      <Wide>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('option')}</th>
              {INDICATOR_NAMES.map(indicator => (
                <th key={indicator} scope="col" className={styles.number}>
                  {t(`indicators.${indicator}`)}
                  {INDICATORS[indicator].comparesScales && (
                    <span className={styles.more}>{t('indicators.scales')}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weighed.options.map((option, i) => (
              <tr key={option}>
                <OptionHead option={option} number={i + 1} />
                {INDICATOR_NAMES.map(indicator => {
                  const score = mapped.gain.scores[indicator][option] ?? null
                  return (
                    <td key={indicator} className={styles.number}>
                      {score === null ? (
                        <NoScore option={option} mapped={mapped} />
                      ) : (
                        <Button
                          variant="plain"
                          small
                          aria-label={t(isPart(indicator, option) ? 'indicators.namePart' : 'indicators.name', {
                            indicator: t(`indicators.${indicator}`),
                            value: printed(score, decimalsOf(indicator)),
                            option: textOf(option),
                          })}
                          onPress={() => open({ indicator, option })}
                        >
                          <span>
                            {printed(score, decimalsOf(indicator))}
                            {isPart(indicator, option) && <PartMark />}
                          </span>
                        </Button>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {Object.values(mapped.gain.incomplete).some(options => options.length > 0) && <PartLegend />}
      {opened !== null && shown !== null && (
        <Dialog title={t(`indicators.${opened.indicator}`)} onClose={() => open(null)}>
          <p>{textOf(opened.option)}</p>
          <p className={styles.formula}>
            {shown.formula} = {shown.result}
          </p>
          <p className={styles.note}>{t(`indicators.${opened.indicator}Means`)}</p>
          {isPart(opened.indicator, opened.option) && <p className={styles.note}>{t('part.rests')}</p>}
        </Dialog>
      )}
    </details>
  )
}

const NoScore = ({ option, mapped }: { option: OptionId; mapped: Mapped }) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  const below = sides.filter(({ id }) => mapped.gain.below[option]?.includes(id))
  return (
    <span className={styles.none}>
      {below.length === 0 ? t('none') : t('indicators.below')}
      {below.map(side => (
        <Fragment key={side.id}>
          {' '}
          <SideMark side={side} size={18} />
        </Fragment>
      ))}
      {mapped.gain.incomplete.below.includes(option) && <PartMark />}
    </span>
  )
}

/** What gains are counted from, and whether the indicators point at one option or at several. */
const Disagreement = ({ weighed, mapped }: Given) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  const pointed = pointedAt(weighed.options, mapped.gain)
  const numbersOf = (indicator: Indicator) =>
    pointed[indicator].map(option => weighed.options.indexOf(option) + 1).join(', ')
  const isPart = INDICATOR_NAMES.some(indicator => mapped.gain.incomplete[indicator].length > 0)
  const known = INDICATOR_NAMES.filter(indicator => pointed[indicator].length > 0)
  const hasNumbers = Object.values(mapped.gain.scores).some(scores => Object.values(scores).some(one => one !== null))
  const agree = new Set(known.map(numbersOf)).size <= 1
  const each = known.map(indicator =>
    t('indicators.at', { indicator: t(`indicators.${indicator}`), numbers: numbersOf(indicator) }),
  )
  return (
    <>
      {sides
        .filter(({ decides }) => decides)
        .map(({ id, name }) => (
          <p key={id} className={styles.note}>
            {floorWords(mapped.gain.noAgreement[id] ?? null, name, t)}
          </p>
        ))}
      {/* Where no option has a number, nothing points anywhere. */}
      <p className={styles.said}>
        {known.length === 0
          ? t(hasNumbers ? 'indicators.level' : 'indicators.nothing')
          : agree
            ? t('indicators.agree')
            : t('indicators.disagree', { each: listed(each) })}{' '}
        {isPart && t('part.rests')}
      </p>
    </>
  )
}

const prospectOf = (option: OptionId, { weighed, mapped }: Given): Prospect => {
  const { gain } = mapped
  const sides = Object.keys(gain.noAgreement) as (keyof typeof gain.noAgreement)[]
  const floorOf = (side: (typeof sides)[number]) => gain.noAgreement[side]?.value ?? 0
  const worthOf = (one: OptionId, side: (typeof sides)[number]) => weighed.values[one]?.[side]?.value ?? 0
  // The most is taken over the options that no side finds worse than no agreement: those that have a Nash product.
  const counted = weighed.options.filter(one => (gain.scores.nash[one] ?? null) !== null)
  return {
    values: sides.map(side => worthOf(option, side)),
    floors: sides.map(floorOf),
    most: sides.map(side => Math.max(0, ...counted.map(one => worthOf(one, side) - floorOf(side)))),
  }
}
