import { type CardView, ROLES, type Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { Composer } from '../cards/Composer.tsx'
import { ComposingHint } from '../cards/ComposingHint.tsx'
import { useMe } from '../session/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useSidePhrase } from '../ui/seatWords.ts'
import styles from './InterestsStage.module.css'

const INTEREST = ['interest'] as const

/** One side's interests in its own words; only that side adds here. */
export const SideColumn = ({ side, cards }: { side: Side | null; cards: readonly CardView[] }) => {
  const { t } = useTranslation('stages')
  const phrase = useSidePhrase()
  const me = useMe()
  const name = side?.name ?? t('interests.noSide')
  const isOwn = side !== null && me.side === side.id
  return (
    <section className={styles.column} aria-label={t('interests.column', { side: name })}>
      <header className={styles.header}>
        <SideMark side={side} size={22} decorative />
        <h3 className={styles.name}>{name}</h3>
        {side?.decides === false && <span className={styles.count}>{t('interests.advises')}</span>}
        <span className={styles.count}>{t('interests.count', { count: cards.length })}</span>
      </header>
      {cards.length === 0 && <EmptySide name={side === null ? name : beginning(phrase(side))} isOwn={isOwn} />}
      <CardList cards={cards} at={side?.id ?? 'none'} />
      {side !== null && <ComposingHint kind="interest" side={side.id} />}
      {isOwn && ROLES[me.role].writes ? (
        <Composer kinds={INTEREST} sideName={phrase(side)} />
      ) : (
        side !== null && <p className={styles.closed}>{t('interests.onlySide', { side: phrase(side) })}</p>
      )}
    </section>
  )
}

/** A phrase at the beginning of a sentence. */
const beginning = (phrase: string) => phrase.charAt(0).toLocaleUpperCase() + phrase.slice(1)

/** An empty side is a warning to the whole table, and to the side itself a place to begin. */
const EmptySide = ({ name, isOwn }: { name: string; isOwn: boolean }) => {
  const { t } = useTranslation('stages')
  return isOwn ? (
    <EmptyState purpose={t('interests.emptyOwn')} rule={t('interests.rule')} example={t('interests.example')} />
  ) : (
    <p className={styles.silent}>{t('interests.emptySide', { side: name })}</p>
  )
}
