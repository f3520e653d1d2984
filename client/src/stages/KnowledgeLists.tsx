import type { CardKind, CardView } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { Composer } from '../cards/Composer.tsx'
import { ComposingHint } from '../cards/ComposingHint.tsx'
import { useCards } from '../session/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { isFact, isQuestion } from './cardFilters.ts'
import styles from './Stage.module.css'

const KNOWLEDGE = ['fact', 'question'] as const

/** Facts and open questions side by side, and one composer for both. */
export const KnowledgeLists = () => {
  const { t } = useTranslation('stages')
  const facts = useCards(isFact)
  const questions = useCards(isQuestion)
  return (
    <>
      <div className={styles.pair}>
        <Knowledge kind="fact" title={t('facts')} cards={facts}>
          <EmptyState purpose={t('noFacts')} rule={t('method.story')} example={t('factExample')} />
        </Knowledge>
        <Knowledge kind="question" title={t('questions')} cards={questions}>
          <EmptyState purpose={t('noQuestions')} rule={t('questionRule')} />
        </Knowledge>
      </div>
      <div className={styles.composer}>
        <Composer kinds={KNOWLEDGE} />
      </div>
    </>
  )
}

type KnowledgeProps = { kind: CardKind; title: string; cards: readonly CardView[]; children: React.ReactNode }

/** The children stand in for cards while there are none. */
const Knowledge = ({ kind, title, cards, children }: KnowledgeProps) => (
  <section className={styles.group} aria-label={title}>
    <h3 className={styles.groupTitle}>{title}</h3>
    {cards.length === 0 ? children : <CardList cards={cards} at={kind} />}
    <ComposingHint kind={kind} />
  </section>
)
