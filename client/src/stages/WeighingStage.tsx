import type { CardView, Side } from '@jointly/board'
import { linkStanding } from '@jointly/board'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../i18n/language.ts'
import { useBoard, useCards, useProcess, useSession } from '../session/hooks.ts'
import cards from '../ui/CardTable.module.css'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { listed } from '../ui/listed.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { isCriterion, isOption, servingLinks } from './cardFilters.ts'
import { StageFrame } from './StageFrame.tsx'
import type { StageViewProps } from './stageViews.ts'
import styles from './WeighingStage.module.css'

// On demand: nobody needs it to read a stage and to write the first card.
const Weighing = lazy(async () => ({
  default: (await withWords(['weighing', 'rounds'], import('../weighing/Weighing.tsx'))).Weighing,
}))

/** What everybody says of the options by the criteria; before anybody was asked, both side by side to talk along the rows. */
export const WeighingStage = ({ actions }: StageViewProps) => {
  const { t } = useTranslation('stages')
  const options = useCards(isOption)
  const criteria = useCards(isCriterion)
  const sheet = <Sheet options={options} criteria={criteria} />
  // Rounds are asked of everybody at the table, about what lies there.
  const isTable = useSession().place.document.kind === 'joint'
  return (
    <StageFrame stage="weighing" actions={actions}>
      {options.length === 0 && criteria.length === 0 ? (
        <EmptyState purpose={t('weighing.empty')} rule={t('weighing.rule')} />
      ) : isTable ? (
        <Suspense fallback={<Loading />}>
          <Weighing options={options} criteria={criteria} sheet={sheet} />
        </Suspense>
      ) : (
        sheet
      )}
    </StageFrame>
  )
}

const Sheet = ({ options, criteria }: { options: readonly CardView[]; criteria: readonly CardView[] }) => {
  const { t } = useTranslation('stages')
  const { sides } = useProcess()
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys */}
      <section className={cards.scroll} aria-label={t('weighing.sheet')} tabIndex={0}>
        <table className={cards.table}>
          <caption className="unseen">{t('weighing.rule')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('weighing.option')}</th>
              {sides.map(side => (
                <th key={side.id} scope="col">
                  <span className={styles.side}>
                    <SideMark side={side} size={18} decorative />
                    <span>
                      {side.name} <span className={styles.serves}>{t('weighing.serves')}</span>
                    </span>
                  </span>
                </th>
              ))}
              {criteria.map(criterion => (
                <th key={criterion.id} scope="col" className={styles.criterion}>
                  {criterion.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(option => (
              <tr key={option.id}>
                <th scope="row" className={cards.option}>
                  {option.text}
                  {option.current && <span className={cards.more}>{t('weighing.current')}</span>}
                </th>
                {sides.map(side => (
                  <td key={side.id} data-label={`${side.name} · ${t('weighing.serves')}`}>
                    <Serves option={option} side={side} />
                  </td>
                ))}
                {criteria.map(criterion => (
                  <td key={criterion.id} className={styles.blank}>
                    <span className="unseen">{t('weighing.blank')}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {criteria.length > 0 && (
        <p className={styles.by}>{t('weighing.by', { criteria: listed(criteria.map(({ text }) => text)) })}</p>
      )}
    </>
  )
}

/** The interests of one side that an option serves; those that the side has not confirmed say so. */
const Serves = ({ option, side }: { option: CardView; side: Side }) => {
  const { t } = useTranslation('stages')
  const view = useBoard()
  const process = useProcess()
  const served = servingLinks(view).flatMap(link => {
    const interest = view.card(link.to)
    return link.from === option.id && interest?.side === side.id
      ? [{ interest, is: linkStanding(link, { from: option, to: interest }, process).is }]
      : []
  })
  if (served.length === 0) return <span className={styles.nothing}>{t('weighing.nothing')}</span>
  return (
    <ul className={styles.served}>
      {served.map(({ interest, is }) => (
        <li key={interest.id}>
          {interest.text}
          {is !== 'confirmed' && <span className={styles.suggested}> · {t(`weighing.${is}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
