import { askedOf, type CardId, type CardView, type ReleasedRatings, showsAnswersOf, talkOn } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import shared from '../rounds/Rounds.module.css'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { classes } from '../ui/classes.ts'
import { listed } from '../ui/listed.ts'
import { AskButton } from './AskButton.tsx'
import { Matrix } from './Matrix.tsx'
import { TalkFirst } from './TalkFirst.tsx'
import { useEarlier } from './useEarlier.ts'
import styles from './Weighing.module.css'

/** As many criteria do not stand beside what to talk about. */
const MANY = 6

type ResultsProps = {
  released: ReleasedRatings
  options: readonly CardView[]
  criteria: readonly CardView[]
  isAsking: boolean
}

/** What all released rounds say: where to talk first, and every cell. Nothing is ranked. */
export const Results = ({ released, options, criteria, isAsking }: ResultsProps) => {
  const { t } = useTranslation('weighing')
  const process = useProcess()
  const view = useBoard()
  const { noteOf, isEarlier, unasked } = useEarlier()
  const talk = talkOn(released, process, view)
  const added = unasked.map(id => view.card(id)?.text ?? '')
  const reader = useMe()
  const showsPerson: ShowsPerson = ({ side, round: id }) => {
    const round = process.rounds.get(id)
    return round !== undefined && showsAnswersOf(side, round, { process, reader })
  }
  const last = released.rounds.at(-1)
  const result = last?.state.is === 'released' ? last.state.result : null
  return (
    <section className={styles.results} aria-label={t('result.title')}>
      <header className={shared.headed}>
        <div>
          <h3 className={styles.resultTitle}>{t('result.title')}</h3>
          <p className={shared.note}>
            {process.sides
              .map(({ id, name }) =>
                t('result.sides', {
                  ...{
                    side: name,
                    answered: result?.sides[id]?.answered ?? 0,
                    of: last === undefined ? 0 : askedOf(last, id, process.members),
                  },
                }),
              )
              .join(' · ')}
            {' · '}
            {t('result.rounds', { count: released.rounds.length })}
          </p>
        </div>
        {!isAsking && <AskButton options={options} criteria={criteria} again />}
      </header>
      {added.length > 0 && <Banner>{t('result.newAsk', { cards: listed(added) })}</Banner>}
      {process.sides
        .filter(({ id }) => result?.sides[id]?.hidden === 'few-changed')
        .map(({ id, name }) => (
          <Banner key={id}>{t('result.hiddenAgain', { side: name })}</Banner>
        ))}
      <div className={classes(styles.beside, released.criteria.length < MANY ? styles.talkFirst : styles.above)}>
        <TalkFirst talk={talk} released={released} />
        <Matrix
          options={released.options}
          criteria={released.criteria}
          sides={process.sides}
          ratings={released.ratings}
          scaleOf={released.scaleOf}
          people={peopleNow(released, showsPerson)}
          talk={new Set(talk.cells.map(({ option, criterion }) => `${option} ${criterion}`))}
          noteOf={noteOf}
          isEarlier={isEarlier}
        />
      </div>
    </section>
  )
}

type ShowsPerson = (person: ReleasedRatings['people'][number]) => boolean

/** Each person's latest answer to every cell, of those whose names the ground rules show to me. */
const peopleNow = ({ people }: ReleasedRatings, shows: ShowsPerson) => {
  const latest = new Map<string, ReleasedRatings['people'][number]>()
  for (const answer of people.filter(shows)) {
    const before = latest.get(answer.member)?.ratings ?? {}
    const rows = { ...before }
    // The keys of a record of cards are cards.
    for (const [option, row] of Object.entries(answer.ratings))
      rows[option as CardId] = { ...rows[option as CardId], ...row }
    latest.set(answer.member, { ...answer, ratings: rows })
  }
  return [...latest.values()]
}
