import { type CardView, ROLES, type Side, type SideStanding, standingOf, wordingOf } from '@jointly/board'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBlock, useMe, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useSidePhrase } from '../ui/seatWords.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './Foot.module.css'
import { useConfirm } from './useConfirm.ts'

/** What the other sides say of an interest, and what this person can say to it. */
export const InterestFoot = ({ card }: { card: CardView }) => {
  const process = useProcess()
  const standing = standingOf(card, process)
  return (
    <span className={styles.standing}>
      {card.source !== undefined && <span className={styles.source}>{card.source}</span>}
      {process.sides.map(side => {
        const says = standing.sides.find(({ side: id }) => id === side.id)
        return says === undefined ? null : <SideSays key={side.id} card={card} side={side} says={says} />
      })}
      {process.sides.map(side => (
        <Confirm key={side.id} card={card} side={side} />
      ))}
    </span>
  )
}

type Says = { card: CardView; side: Side; says: SideStanding }

const SideSays = ({ card, side, says }: Says) => {
  const me = useMe()
  const blocked = useBlock() !== null
  const isOwner = card.side === side.id
  const canSay = !blocked && !isOwner && me.side === side.id && ROLES[me.role].counted
  const isSilent = says.adopted === 0 && says.earlier === 0 && says.confirmed === 'no'
  return (
    <>
      {canSay && <Adopt card={card} side={side} says={says} />}
      {!isOwner && !canSay && !isSilent && <Stands side={side} says={says} />}
      {canSay && says.confirmed !== 'no' && <Stands side={side} says={says} short />}
    </>
  )
}

/** "This matters to us too · 1 of 6": said by oneself, or taken back. */
const Adopt = ({ card, side, says }: Says) => {
  const { t } = useTranslation('cards')
  const me = useMe()
  const process = useProcess()
  const { take, isPending } = useMove()
  const wording = wordingOf(card)
  const mine = process.adoptions.get(card.id)?.get(me.id)
  const isSaid = mine?.wording === wording
  const isEarlier = mine !== undefined && !isSaid
  const count = t('adopt.count', { adopted: says.adopted, of: says.of })
  return (
    <span className={styles.adopt}>
      <button
        type="button"
        className={styles.adoptButton}
        style={sideStyle(side)}
        aria-pressed={isSaid}
        aria-disabled={isPending}
        onClick={() =>
          take(
            isSaid ? { type: 'interest.withdraw', card: card.id } : { type: 'interest.adopt', card: card.id, wording },
          )
        }
      >
        {isSaid && <Check aria-hidden="true" />}
        {isEarlier ? t('adopt.renew') : t('adopt.say')} · {count}
      </button>
      {isEarlier && <span className={styles.note}>{t('adopt.earlierMine')}</span>}
    </span>
  )
}

/** What a side says that is not one's own: a mark and a count, with words for those who do not see the mark. */
const Stands = ({ side, says, short = false }: { side: Side; says: SideStanding; short?: boolean }) => {
  const { t } = useTranslation('cards')
  const confirmed = { now: t('adopt.confirmed'), earlier: t('adopt.confirmedEarlier'), no: null }[says.confirmed]
  const parts = [
    !short && (says.adopted > 0 || says.earlier > 0) && t('adopt.count', { adopted: says.adopted, of: says.of }),
    !short && says.earlier > 0 && t('adopt.earlier', { count: says.earlier }),
    confirmed,
  ].filter(Boolean)
  return (
    <span className={styles.stands}>
      <SideMark side={side} size={18} />
      <span>{parts.join(', ')}</span>
    </span>
  )
}

/** One member cannot commit a side: who acts for it confirms. */
const Confirm = ({ card, side }: { card: CardView; side: Side }) => {
  const { t } = useTranslation('cards')
  const phrase = useSidePhrase()
  const { offered, again, move } = useConfirm(card, side)
  const { take, isPending } = useMove()
  return offered ? (
    <Button
      small
      isPending={isPending}
      aria-label={t(again ? 'adopt.confirmAgainNamed' : 'adopt.confirmNamed', { side: phrase(side) })}
      onPress={() => take(move)}
    >
      <SideMark side={side} size={16} decorative />
      {t(again ? 'adopt.confirmAgain' : 'adopt.confirm')}
    </Button>
  ) : null
}
