import { type Coverage, coverageOn, type InterestId } from '@jointly/board'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../../session/hooks.ts'
import { OptionsBySide } from './OptionsBySide.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

/** What each option does for each side's interests, by the links that this side has confirmed; the others by name. */
export const CoveragePanel = () => {
  const { t } = useTranslation('values')
  const process = useProcess()
  const view = useBoard()
  const coverage = useMemo(() => coverageOn(process, view), [process, view])
  const options = view.cards.filter(({ kind, gone }) => kind === 'option' && !gone)
  return (
    <details className={styles.panel}>
      <summary className={styles.panelTitle}>{t('coverage.title')}</summary>
      <p className={styles.note}>{t('coverage.note')}</p>
      <OptionsBySide options={options.map(({ id }) => id)}>
        {(option, side) => <Covered coverage={coverage[option]?.[side.id]} />}
      </OptionsBySide>
    </details>
  )
}

const LISTS = ['served', 'suggested', 'unserved'] as const

const Covered = ({ coverage }: { coverage: Coverage | undefined }) => {
  const { t } = useTranslation('values')
  const { textOf } = useWords()
  if (coverage === undefined) return null
  const all = LISTS.reduce((sum, list) => sum + coverage[list].length, 0)
  if (all === 0) return <span className={styles.none}>{t('coverage.noInterests')}</span>
  const listed = (interests: readonly InterestId[]) => (
    <ul className={styles.interests}>
      {interests.map(interest => (
        <li key={interest}>{textOf(interest)}</li>
      ))}
    </ul>
  )
  return (
    <details>
      <summary className={styles.counted}>{t('coverage.of', { served: coverage.served.length, all })}</summary>
      {LISTS.filter(list => coverage[list].length > 0).map(list => (
        <div key={list}>
          <p className={styles.note}>{t(`coverage.${list}`)}</p>
          {listed(coverage[list])}
        </div>
      ))}
    </details>
  )
}
