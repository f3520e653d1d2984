import type { CardId, Round } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotHandedIn } from '../rounds/NotHandedIn.tsx'
import { useBoard, useProcess, useSession } from '../session/hooks.ts'
import { numberDrafts, ratingDrafts } from './drafts.ts'
import { isWeighed } from './kindViews.tsx'
import { keyOf, numberKindOf } from './numberKinds.ts'

/** What I had ticked or typed in rounds that have ended since, and not handed in. */
export const Unsent = () => {
  const { rounds } = useProcess()
  const { id: me } = useSession()
  const linesOf = useLines()
  const [, setPutAway] = useState(0)
  return [...rounds.values()]
    .filter(({ state }) => state.is !== 'open')
    .map(round => {
      const lines = linesOf(round)
      const putAway = () => {
        ratingDrafts.drop(round.id, me)
        numberDrafts.drop(round.id, me)
        setPutAway(count => count + 1)
      }
      return lines.length > 0 && <NotHandedIn key={round.id} round={round} lines={lines} onPutAway={putAway} />
    })
}

/** A line for each question that was answered. */
const useLines = () => {
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const { id: me } = useSession()
  const textOf = (card: CardId) => view.card(card)?.text ?? ''
  return (round: Round): readonly string[] => {
    if (!isWeighed(round)) return []
    const ratings = ratingDrafts.of(round.id, me) ?? {}
    const numbers = numberDrafts.of(round.id, me) ?? {}
    // The keys of a record of cards are cards.
    const rated = (Object.keys(ratings) as CardId[]).flatMap(option =>
      (Object.keys(ratings[option] ?? {}) as CardId[]).map(criterion => {
        const rating = ratings[option]?.[criterion]
        const said = typeof rating === 'number' ? rating : t(`word.${rating ?? 'cannot-judge'}`)
        return `${t('answer.question', { option: textOf(option), criterion: textOf(criterion) })}: ${said}`
      }),
    )
    if (round.kind === 'rating') return rated
    const { kind } = round
    return numberKindOf(kind)
      .questionsOf(round)
      .filter(card => numbers[keyOf(card)] !== undefined)
      .map(card => `${card === null ? t(`kind.${kind}.short`) : textOf(card)}: ${numbers[keyOf(card)]}`)
  }
}
