import { type CardId, type ReleasedRatings, type RoundScale, type Talk, WORDS, type Word } from '@jointly/board'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import shared from '../rounds/Rounds.module.css'
import { useBoard, useProcess } from '../session/hooks.ts'
import { classes } from '../ui/classes.ts'
import { cellId } from './cellId.ts'
import { printedMean } from './useCellWords.ts'
import { useEarlier } from './useEarlier.ts'
import styles from './Weighing.module.css'

/** Talking about differences is the next step: the cells where it is worth most, in words. */
export const TalkFirst = ({
  talk: { because, cells },
  released: { ratings, scaleOf },
}: {
  talk: Talk
  released: Pick<ReleasedRatings, 'ratings' | 'scaleOf'>
}) => {
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const { sides } = useProcess()
  const { noteOf, isEarlier } = useEarlier()
  const isOfEarlier = ({ option, criterion, sides }: Talk['cells'][number]) =>
    [option, criterion].some(card => noteOf(card) !== null) || sides.some(side => isEarlier(option, criterion, side))
  const textOf = (card: CardId) => view.card(card)?.text ?? ''
  /** What each side says of a cell: in words where every side's mean is one, else as figures, which can be compared. */
  const saidOf = (cell: Talk['cells'][number]) => {
    const means = sides.flatMap(side => {
      const mean = ratings[cell.option]?.[cell.criterion]?.[side.id]?.mean ?? null
      return mean === null ? [] : [{ side, mean, word: wordOf(mean, scaleOf(cell.option, cell.criterion, side.id)) }]
    })
    const areWords = means.every(({ word }) => word !== undefined)
    return means.map(({ side, mean, word }) =>
      t('talk.side', {
        side: side.name,
        mean: areWords && word !== undefined ? t(`word.${word}`) : t('result.mean', { mean: printedMean(mean) }),
      }),
    )
  }
  return (
    <aside className={shared.panel} aria-label={t('talk.title')}>
      <h3 className={shared.panelTitle}>{t('talk.title')}</h3>
      <p className={shared.note}>{t(`talk.${because}`)}</p>
      <ol className={styles.talks}>
        {cells.map(cell => (
          <li key={`${cell.option} ${cell.criterion}`} className={styles.talk}>
            <AriaButton className={classes(styles.talkCell)} onPress={() => goTo(cell)}>
              <span className={styles.talkOption}>{textOf(cell.option)}</span>{' '}
              <span className={styles.talkCriterion}>{textOf(cell.criterion)}</span>
            </AriaButton>
            <p className={shared.note}>
              {saidOf(cell).join(' · ')}
              {isOfEarlier(cell) && ` · ${t('result.ofEarlier')}`}
            </p>
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** To the cell in the matrix, where all that was said of it stands. */
const goTo = (cell: Talk['cells'][number]): void => {
  const found = document.getElementById(cellId(cell))
  found?.scrollIntoView({ block: 'center', inline: 'center' })
  // With the criteria above it, where the matrix is no higher than the screen.
  found?.closest('section')?.scrollIntoView({ block: 'nearest' })
  found?.focus({ preventScroll: true })
}

const wordOf = (mean: number, scale: RoundScale): Word | undefined =>
  scale === 'words' ? (Object.keys(WORDS) as Word[]).find(word => WORDS[word] === mean) : undefined
