import { type CardView, type Erasure, erasureOf, openErasures, refusalOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Erasure.module.css'
import { list } from './writersText.ts'

/** Who agreed that a card is erased, or has yet to; nothing where nobody asked for it. */
export const ErasureNote = ({ card }: { card: CardView }) => {
  const process = useProcess()
  const done = erasureOf(process, card.id)
  if (done !== undefined) return <Gap erasure={done} />
  const open = openErasures(process).find(({ cards }) => cards.includes(card.id))
  return open === undefined ? null : <Proposal erasure={open} />
}

const Gap = ({ erasure: { accepted, done } }: { erasure: Erasure }) => {
  const { t, i18n } = useTranslation('cards')
  const { members } = useProcess()
  const names = list([...accepted.values()].map(id => members.get(id)?.name ?? t('unknownAuthor')))
  const date = new Date(done ?? '').toLocaleDateString(i18n.language, { day: 'numeric', month: 'long' })
  return <p className={styles.gap}>{t('erasure.done', { names, date })}</p>
}

const Proposal = ({ erasure: { proposal, by, cards } }: { erasure: Erasure }) => {
  const { t } = useTranslation('cards')
  const process = useProcess()
  const board = useBoard()
  const member = useMe()
  const { take, isPending } = useMove()
  const move = { type: 'erase.accept', proposal } as const
  const may = refusalOf({ process, board, member, move, now: Date.now() }) === null
  return (
    <div className={styles.proposal}>
      <p>{t('erasure.proposed', { name: process.members.get(by)?.name ?? t('unknownAuthor'), count: cards.length })}</p>
      {may && (
        <Button small isDisabled={isPending} onPress={() => void take(move)}>
          {t('erasure.accept')}
        </Button>
      )}
    </div>
  )
}
