import type { LeftOutInterest } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { isInterest, unservedInterests } from './cardFilters.ts'
import stage from './Stage.module.css'
import styles from './Unserved.module.css'

type UnservedProps = {
  title: string
  hint?: string
  /** Without them: those that no option serves. */
  interests?: readonly LeftOutInterest[]
  /** What is said where every one is served. */
  all?: string
}

/** The interests that nobody has thought of yet, by name: what is easily forgotten. */
export const Unserved = ({ title, hint, interests, all }: UnservedProps) => {
  const { t } = useTranslation('stages')
  const view = useBoard()
  const { sides } = useProcess()
  const unserved = interests ?? unservedInterests(view).map(card => ({ card, suggested: false }))
  return (
    <aside className={stage.aside} aria-label={title}>
      <h3 className={stage.groupTitle}>{title}</h3>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {unserved.length === 0 ? (
        <p className={styles.hint}>
          {view.cards.some(isInterest) ? (all ?? t('options.allServed')) : t('options.noInterests')}
        </p>
      ) : (
        <ul className={styles.list}>
          {unserved.map(({ card, suggested }) => (
            <li key={card.id} className={styles.item}>
              <SideMark side={sides.find(side => side.id === card.side) ?? null} size={18} />
              <span>
                {card.text}
                {suggested && <small className={styles.suggested}>{t('agreement.suggested')}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
