import { type CardView, type Erasure, erasureOf, openErasures } from '@jointly/board'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenPanel } from '../commands/openPanel.ts'
import { withWords } from '../i18n/language.ts'
import { useProcess } from '../session/hooks.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { listed } from '../ui/listed.ts'
import styles from './Erasure.module.css'

const EraseDialog = lazy(() => withWords('erasing', import('./EraseDialog.tsx')))

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
  const names = listed([...accepted.values()].map(id => members.get(id)?.name ?? t('unknownAuthor')))
  const date = new Date(done ?? '').toLocaleDateString(i18n.language, { day: 'numeric', month: 'long' })
  return <p className={styles.gap}>{t('erasure.done', { names, date })}</p>
}

const Proposal = ({ erasure }: { erasure: Erasure }) => {
  const { t } = useTranslation('cards')
  const process = useProcess()
  const may = useMay()
  const open = useOpenPanel()
  const [isSure, setSure] = useState(false)
  const { proposal, by, cards } = erasure
  return (
    <div className={styles.proposal}>
      <p>{t('erasure.proposed', { name: process.members.get(by)?.name ?? t('unknownAuthor'), count: cards.length })}</p>
      {may({ type: 'erase.accept', proposal }) && (
        <Button small onPress={() => setSure(true)}>
          {t('erasure.accept')}
        </Button>
      )}
      <Button small variant="plain" onPress={() => open('erasures')}>
        {t('erasure.list')}
      </Button>
      <Suspense>{isSure && <EraseDialog erasure={erasure} onClose={() => setSure(false)} />}</Suspense>
    </div>
  )
}
