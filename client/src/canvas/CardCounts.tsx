import { type BoardView, type CardId, type CardView, standingOf } from '@jointly/board'
import { MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { traitsOf } from '../cards/cardTraits.ts'
import { useCommentCount } from '../cards/comments/CommentCount.tsx'
import { usePart, useProcess, useSession } from '../session/hooks.ts'
import { SideMark } from '../ui/SideMark.tsx'
import styles from './CanvasCard.module.css'

/** What others say to a card, in a few signs: how many interests an option serves, to whom else an interest matters. */
export const CardCounts = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('canvas')
  const { t: cards } = useTranslation('cards')
  const process = useProcess()
  const served = useServed(card.id)
  const comments = useCommentCount(card.id)
  const { sides, mutual } = standingOf(card, process)
  const said = sides.filter(({ side, adopted }) => adopted > 0 && side !== card.side)
  return (
    <span className={styles.counts}>
      {traitsOf(card.kind).serves && served > 0 && <span>{t('serves', { count: served })}</span>}
      {said.map(({ side, adopted, of }) => (
        <span key={side} className={styles.says}>
          <SideMark side={process.sides.find(({ id }) => id === side) ?? null} size={18} />
          {cards('adopt.count', { adopted, of })}
        </span>
      ))}
      {comments > 0 && (
        <span className={styles.says} role="img" aria-label={cards('commentCount', { count: comments })}>
          <MessageSquare className={styles.bubble} aria-hidden="true" />
          {comments}
        </span>
      )}
      {card.current && <span className={styles.pill}>{cards('current')}</span>}
      {mutual ? (
        <span className={styles.pill}>{cards('adopt.mutual')}</span>
      ) : (
        // An interest is what most cards are; the others say their kind.
        card.kind !== 'interest' && <span className={styles.pill}>{cards(`kind.${card.kind}`)}</span>
      )}
    </span>
  )
}

const counted = new WeakMap<BoardView['links'], ReadonlyMap<CardId, number>>()

/** Counted once for all options each time the links change. */
const servedBy = (links: BoardView['links']): ReadonlyMap<CardId, number> => {
  const before = counted.get(links)
  if (before !== undefined) return before
  const counts = new Map<CardId, number>()
  for (const { from, kind } of links) if (kind === 'serves') counts.set(from, (counts.get(from) ?? 0) + 1)
  counted.set(links, counts)
  return counts
}

const useServed = (id: CardId): number => usePart(useSession().view, ({ links }) => servedBy(links).get(id) ?? 0)
