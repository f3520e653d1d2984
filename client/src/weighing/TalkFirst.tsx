import { type CardId, type ReleasedRatings, type RoundScale, WORDS, type Word } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import shared from '../rounds/Rounds.module.css'
import { useBoard, useProcess } from '../session/hooks.ts'
import type { Talk } from './talkFirst.ts'
import { printedMean } from './useCellWords.ts'
import { useEarlier } from './useEarlier.ts'
import styles from './Weighing.module.css'

/** Talking about differences is the next step: the cells where it is worth most, in words. */
export const TalkFirst = ({
  talk: { because, cells, meanOf },
  scaleOf,
}: {
  talk: Talk
  scaleOf: ReleasedRatings['scaleOf']
}) => {
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const { sides } = useProcess()
  const { noteOf, isEarlier } = useEarlier()
  const isOfEarlier = ({ option, criterion, sides }: Talk['cells'][number]) =>
    [option, criterion].some(card => noteOf(card) !== null) || sides.some(side => isEarlier(option, criterion, side))
  const textOf = (card: CardId) => view.card(card)?.text ?? ''
  const said = (mean: number, scale: RoundScale) => {
    const word = scale !== 'words' ? undefined : (Object.keys(WORDS) as Word[]).find(one => WORDS[one] === mean)
    return word === undefined ? printedMean(mean) : t(`word.${word}`)
  }
  return (
    <aside className={shared.panel} aria-label={t('talk.title')}>
      <h3 className={shared.panelTitle}>{t('talk.title')}</h3>
      <p className={shared.note}>{t(`talk.${because}`)}</p>
      <ol className={styles.talks}>
        {cells.map(cell => (
          <li key={`${cell.option} ${cell.criterion}`} className={styles.talk}>
            <p className={styles.talkCell}>
              {t('talk.cell', { option: textOf(cell.option), criterion: textOf(cell.criterion) })}
            </p>
            <p className={shared.note}>
              {sides
                .flatMap(side => {
                  const mean = meanOf(cell, side)
                  return mean === null
                    ? []
                    : [
                        t('talk.side', {
                          side: side.name,
                          mean: said(mean, scaleOf(cell.option, cell.criterion, side.id)),
                        }),
                      ]
                })
                .join(' · ')}
              {isOfEarlier(cell) && ` · ${t('result.ofEarlier')}`}
            </p>
          </li>
        ))}
      </ol>
    </aside>
  )
}
