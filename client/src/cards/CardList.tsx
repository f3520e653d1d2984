import type { CardView } from '@jointly/board'
import { classes } from '../ui/classes.ts'
import { Card } from './Card.tsx'
import styles from './CardList.module.css'

export type CardListProps = {
  cards: readonly CardView[]
  /** Which place on the screen this is. */
  at: string
  label?: string
  anchor?: boolean
  /** Beside each other where there is room. */
  wide?: boolean
  /** What stands under a card. */
  below?: (card: CardView) => React.ReactNode
}

/** Cards in reading order, as a list that says how many there are. */
export const CardList = ({ cards, at, label, anchor = true, wide = false, below }: CardListProps) =>
  cards.length === 0 ? null : (
    <ul className={classes(styles.list, wide && styles.wide)} {...(label !== undefined && { 'aria-label': label })}>
      {cards.map(card => (
        <li key={card.id} className={styles.item}>
          <Card card={card} at={at} anchor={anchor} />
          {below?.(card)}
        </li>
      ))}
    </ul>
  )
