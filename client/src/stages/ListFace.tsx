import { CardKind, type CardView, unnamedSides } from '@jointly/board'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ListFace.module.css'
import { ListFilters } from './ListFilters.tsx'
import { isLike, type ListQuestion, SHOW_ALL } from './listQuestion.ts'
import { Frame } from './StageFrame.tsx'

/** Every card of the board, grouped by kind: the complete structure, for whoever reads with a screen reader or a phone. */
export const ListFace = () => {
  const { t } = useTranslation('stages')
  const { cards } = useBoard()
  const isUnnamed = unnamedSides(useProcess(), useMe()).length > 0
  const [question, setQuestion] = useState<ListQuestion>(SHOW_ALL)
  const asked = useDeferredValue(question)
  const found = useMemo(() => cards.filter(card => isLike(card, asked)), [cards, asked])
  return (
    <Frame question={t('list.title')} method={t('list.method')}>
      {isUnnamed && <p className={styles.found}>{t('list.unnamed')}</p>}
      <ListFilters question={question} onChange={setQuestion} />
      <p className={styles.found} role="status">
        {t('list.found', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <div className={styles.nothing}>
          <p>{t('list.nothing')}</p>
          {question !== SHOW_ALL && <Button onPress={() => setQuestion(SHOW_ALL)}>{t('list.clear')}</Button>}
        </div>
      ) : (
        CardKind.options.map(kind => <Group key={kind} kind={kind} cards={found} />)
      )}
    </Frame>
  )
}

const Group = ({ kind, cards }: { kind: CardKind; cards: readonly CardView[] }) => {
  const { t } = useTranslation('stages')
  const ofKind = useMemo(() => cards.filter(card => card.kind === kind), [cards, kind])
  return ofKind.length === 0 ? null : (
    <section className={styles.group} aria-label={t(`list.group.${kind}`)}>
      <h3 className={styles.title}>
        {t(`list.group.${kind}`)} <span className={styles.count}>{ofKind.length}</span>
      </h3>
      <CardList cards={ofKind} at="list" />
    </section>
  )
}
