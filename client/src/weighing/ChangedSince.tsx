import { type CardId, changesSince, type Round } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { listed } from '../ui/listed.ts'

/** [N6] While a round runs: which of its cards are no longer what it asks about. Answers count as given to what it asked. */
export const ChangedSince = ({ round: { subject, state } }: { round: Round }) => {
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const { reworded, gone } = changesSince(subject, view)
  const textsOf = (cards: ReadonlySet<CardId>) => listed([...cards].map(id => `“${view.card(id)?.text ?? ''}”`))
  const said = [
    ...(reworded.size > 0 ? [t('changed.reworded', { cards: textsOf(reworded) })] : []),
    ...(gone.size > 0 ? [t('changed.gone', { cards: textsOf(gone) })] : []),
  ]
  if (said.length === 0) return null
  return (
    <Banner>
      {said.join(' ')} {t(state.is === 'open' ? 'changed.open' : 'changed.closed')}
    </Banner>
  )
}
