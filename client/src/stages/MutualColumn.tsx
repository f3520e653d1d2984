import { type CardView, type Process, type Side, standingOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { useCards, useProcess } from '../session/hooks.ts'
import { listed } from '../ui/listed.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { isInterest } from './cardFilters.ts'
import styles from './InterestsStage.module.css'

/** What every deciding side has confirmed, and what is on the way there. */
export const MutualColumn = ({ cards, sides }: { cards: readonly CardView[]; sides: readonly Side[] }) => {
  const { t } = useTranslation('stages')
  return (
    <section className={styles.column} aria-label={t('interests.mutualColumn')}>
      <header className={styles.header}>
        <span className={styles.marks}>
          {sides.map(side => (
            <SideMark key={side.id} side={side} size={22} decorative />
          ))}
        </span>
        <h3 className={styles.name}>{t('interests.mutual')}</h3>
        <span className={styles.count}>
          {t(sides.length === 2 ? 'interests.confirmedByBoth' : 'interests.confirmedByAll')}
        </span>
      </header>
      {cards.length === 0 && <p className={styles.empty}>{t('interests.mutualEmpty')}</p>}
      <CardList cards={cards} at="mutual" anchor={false} />
      <p className={styles.hint}>{t('interests.mutualHint')}</p>
      <OnTheWay />
    </section>
  )
}

/** Interests that somebody of another side shares and that are not confirmed by all yet: what a co-chair can do next. */
const OnTheWay = () => {
  const { t } = useTranslation('stages')
  const process = useProcess()
  const isShared = (card: CardView) =>
    isInterest(card) && (process.adoptions.has(card.id) || process.confirmations.has(card.id))
  const waiting = useCards(isShared).flatMap(card => waitsFor(card, process))
  return waiting.length === 0 ? null : (
    <div className={styles.onTheWay}>
      <h4 className={styles.onTheWayTitle}>{t('interests.onTheWay')}</h4>
      <ul className={styles.waiting}>
        {waiting.map(({ card, sides }) => (
          <li key={card.id}>
            <a className={styles.waitingCard} href={`#card=${card.id}`}>
              {card.text}
            </a>
            <span className={styles.waitingFor}>
              {t('interests.waitsFor', { sides: listed(sides.map(side => side.name)) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The deciding sides that have yet to confirm an interest that another side says matters to it too. */
const waitsFor = (card: CardView, process: Process): { card: CardView; sides: Side[] }[] => {
  const { sides, mutual } = standingOf(card, process)
  const shared = sides.some(says => says.side !== card.side && (says.adopted > 0 || says.confirmed === 'now'))
  if (mutual || !shared) return []
  const open = process.sides.filter(
    side => side.decides && sides.some(says => says.side === side.id && says.confirmed !== 'now'),
  )
  return [{ card, sides: open }]
}
