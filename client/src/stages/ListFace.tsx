import { CardKind, type CardView, type CommentView, JOINT_TEXTS, strayComments, unnamedSides } from '@jointly/board'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardList } from '../cards/CardList.tsx'
import { CommentsUnder } from '../cards/comments/CommentsUnder.tsx'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ListFace.module.css'
import { ListFilters } from './ListFilters.tsx'
import { isLike, type ListQuestion, SHOW_ALL } from './listQuestion.ts'
import { Frame } from './StageFrame.tsx'

/** Every card of the board, grouped by kind: the complete structure, for whoever reads with a screen reader or a phone. */
export const ListFace = () => {
  const { t } = useTranslation('stages')
  const { t: words } = useTranslation('comments')
  const board = useBoard()
  const { cards, comments } = board
  const isUnnamed = unnamedSides(useProcess(), useMe()).length > 0
  const [question, setQuestion] = useState<ListQuestion>(SHOW_ALL)
  const asked = useDeferredValue(question)
  const said = useMemo(
    () =>
      Map.groupBy(
        comments.filter(one => asked.away || !one.gone),
        ({ about }) => about,
      ),
    [comments, asked],
  )
  // Words that are looked for may stand in what is said about a card.
  const found = useMemo(
    () => cards.filter(card => isLike(card, asked) || said.get(card.id)?.some(one => isLike(one, asked))),
    [cards, said, asked],
  )
  const loose = [
    ...JOINT_TEXTS.map(text => ({ id: text, title: words(`onTexts.${text}`), of: said.get(text) ?? [] })),
    { id: 'gone', title: words('onGone'), of: strayComments(board) },
  ].map(group => ({ ...group, of: group.of.filter(one => isLike(one, asked)) }))
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
        CardKind.options.map(kind => <Group key={kind} kind={kind} cards={found} said={said} />)
      )}
      {loose.map(({ id, title, of }) => (
        <Loose key={id} title={title} comments={of} />
      ))}
    </Frame>
  )
}

/** What is said about a text as a whole or in part, and about nothing that is there. */
const Loose = ({ title, comments }: { title: string; comments: readonly CommentView[] }) =>
  comments.length === 0 ? null : (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{comments.length}</span>
      </h3>
      <CommentsUnder comments={comments} />
    </section>
  )

type SaidOf = ReadonlyMap<CommentView['about'], readonly CommentView[]>

const Group = ({ kind, cards, said }: { kind: CardKind; cards: readonly CardView[]; said: SaidOf }) => {
  const { t } = useTranslation('stages')
  const ofKind = useMemo(() => cards.filter(card => card.kind === kind), [cards, kind])
  return ofKind.length === 0 ? null : (
    <section className={styles.group} aria-label={t(`list.group.${kind}`)}>
      <h3 className={styles.title}>
        {t(`list.group.${kind}`)} <span className={styles.count}>{ofKind.length}</span>
      </h3>
      <CardList cards={ofKind} at="list" below={card => <CommentsUnder comments={said.get(card.id) ?? NOTHING} />} />
    </section>
  )
}

const NOTHING: readonly CommentView[] = []
