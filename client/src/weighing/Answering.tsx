import type { Answer, AnswerOf, CardId, Rating } from '@jointly/board'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handInWords, Sealing } from '../rounds/Sealing.tsx'
import { useDraft } from '../rounds/useDraft.ts'
import { useBoard } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Anchor } from './Anchor.tsx'
import styles from './Answering.module.css'
import { type Ratings, rated, ratingDrafts } from './drafts.ts'
import type { AnswerProps } from './kindViews.tsx'
import { Question } from './Question.tsx'

type Order = 'criterion' | 'option'

/** What was handed in, as it is ticked; an answer is read by the round's own scale. */
const ratingsOf = (mine: Answer | null): Ratings => (mine !== null && 'ratings' in mine ? mine.ratings : {}) as Ratings

/** One criterion at a time over all options, or one option by all criteria; in any order, with a pause wherever one likes. */
export const Answering = ({ round, mine }: AnswerProps) => {
  const { t } = useTranslation(['weighing', 'rounds'])
  const view = useBoard()
  const answering = useDraft({ round, mine, drafts: ratingDrafts, draftOf: ratingsOf })
  const { draft: ratings, handedIn, sealedAs, isPending } = answering
  const [order, setOrder] = useState<Order>('criterion')
  const [page, setPage] = useState(0)

  // Whoever turns the page by a key goes on answering at once, from its first question.
  const questions = useRef<HTMLDivElement>(null)
  const turned = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what was turned
  useEffect(() => {
    if (turned.current) questions.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus()
  }, [page])
  const turn = (to: number) => {
    turned.current = true
    setPage(to)
  }

  const options = round.subject.options.map(({ id }) => id)
  const criteria = round.subject.criteria.map(({ id }) => id)
  const [pages, rows] = order === 'criterion' ? [criteria, options] : [options, criteria]
  const onPage = pages[Math.min(page, pages.length - 1)]
  const all = options.length * criteria.length
  const done = rated(ratings)
  const anchorOf = (id: CardId) => view.card(id)?.anchor
  const textOf = (id: CardId) => view.card(id)?.text ?? ''

  const set = (option: CardId, criterion: CardId, rating: Rating | null) => {
    const { [criterion]: _before, ...rest } = ratings[option] ?? {}
    const row = rating === null ? rest : { ...rest, [criterion]: rating }
    answering.change({ ...ratings, [option]: row })
  }
  // The rule of the round knows its cards and scale; a record by branded ids is one by ids.
  const handIn = () => answering.handIn({ ratings } as AnswerOf<'rating'>)

  return (
    <section className={styles.answering} aria-label={t('answer.title')}>
      <header className={styles.head}>
        <h3 className={styles.title}>{t('answer.title')}</h3>
        <p className={styles.progress}>
          <progress value={done} max={all} aria-label={t('answer.title')} />
          <span>{t('answer.progress', { done, all })}</span>
        </p>
        <Segmented
          label={t('answer.order')}
          value={order}
          onChange={next => {
            setOrder(next)
            setPage(0)
          }}
          options={[
            { id: 'criterion', label: t('answer.byCriterion') },
            { id: 'option', label: t('answer.byOption') },
          ]}
        />
      </header>
      <Sealing round={round} handedIn={handedIn} takeOther={answering.takeOther} />
      {onPage !== undefined && (
        <>
          <h4 className={styles.asked}>
            {textOf(onPage)}
            <span className={styles.note}>{t('answer.page', { page: page + 1, pages: pages.length })}</span>
          </h4>
          <Anchor words={anchorOf(onPage)} />
          {round.scale === 'words' && <p className={styles.keys}>{t('answer.keys')}</p>}
          <div ref={questions} className={styles.rows}>
            {rows.map(row => {
              const [option, criterion] = order === 'criterion' ? [row, onPage] : [onPage, row]
              return (
                <Question
                  key={`${option} ${criterion} ${sealedAs}`}
                  scale={round.scale}
                  title={textOf(row)}
                  anchor={anchorOf(row)}
                  name={t('answer.question', { option: textOf(option), criterion: textOf(criterion) })}
                  value={ratings[option]?.[criterion] ?? null}
                  onChange={rating => set(option, criterion, rating)}
                />
              )
            })}
          </div>
        </>
      )}
      <footer className={styles.foot}>
        {page > 0 && <Button onPress={() => turn(page - 1)}>{t('answer.previous')}</Button>}
        {page < pages.length - 1 && (
          <Button variant={done < all ? 'primary' : 'quiet'} onPress={() => turn(page + 1)}>
            {t('answer.next')}
          </Button>
        )}
        {!handedIn && done > 0 && (
          <Button
            variant={done === all || page === pages.length - 1 ? 'primary' : 'quiet'}
            isPending={isPending}
            onPress={handIn}
          >
            {t(handInWords(mine, done === all))}
          </Button>
        )}
      </footer>
      {!handedIn && done > 0 && <p className={styles.note}>{t('rounds:answer.kept')}</p>}
    </section>
  )
}
