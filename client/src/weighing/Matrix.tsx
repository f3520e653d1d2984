import {
  type CardId,
  isShown,
  type NamedAnswer,
  type Ratings,
  type ReleasedRatings,
  type ShownCell,
  type Side,
  type SideId,
} from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import cards from '../ui/CardTable.module.css'
import { classes } from '../ui/classes.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { cellId } from './cellId.ts'
import { Marks } from './Marks.tsx'
import styles from './Matrix.module.css'
import { SideBar } from './SideBar.tsx'
import { marksOf, printedMean, type ScaledCell, useCellWords } from './useCellWords.ts'

export type MatrixProps = {
  options: readonly CardId[]
  criteria: readonly CardId[]
  sides: readonly Side[]
  ratings: Ratings<ShownCell>
  scaleOf: ReleasedRatings['scaleOf']
  people?: readonly NamedAnswer[] | undefined
  /** Cells to talk about first, as `option criterion`. */
  talk?: ReadonlySet<string>
  /** What is to be said of a card, e.g. that its wording has changed since. */
  noteOf?: (card: CardId) => string | null
  /** Whether one answer is of an earlier wording, where the note of a card does not say so of all of them. */
  isEarlier?: (option: CardId, criterion: CardId, side: SideId) => boolean
}

/** Option by criterion, the sides in each cell; as marks, or the same in words. No row stands out. */
export const Matrix = (props: MatrixProps) => {
  const { options, criteria, sides, ratings, scaleOf, people = [], talk } = props
  const { noteOf = () => null, isEarlier = () => false } = props
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const [asText, setAsText] = useState(false)
  const cells = options.flatMap(option =>
    criteria.flatMap(criterion =>
      sides.map(({ id }) => ({ cell: ratings[option]?.[criterion]?.[id], scale: scaleOf(option, criterion, id) })),
    ),
  )
  const hasMarks = cells.some(cell => marksOf(cell) !== null)
  const hasMeans = cells.some(scaled => marksOf(scaled) === null && meanOf(scaled.cell) !== null)
  const isTalk = (option: CardId, criterion: CardId) => talk?.has(`${option} ${criterion}`) ?? false
  const head = (card: CardId) => (
    <>
      {view.card(card)?.text}
      {view.card(card)?.current && <span className={cards.more}>{t('result.current')}</span>}
      {noteOf(card) !== null && <span className={cards.more}>{noteOf(card)}</span>}
    </>
  )
  return (
    <div className={styles.whole}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys */}
      <section className={cards.scroll} aria-label={t('result.matrix')} tabIndex={0}>
        <table className={classes(cards.table, styles.matrix)}>
          <thead>
            <tr>
              <th scope="col">{t('result.option')}</th>
              {criteria.map(criterion => (
                <th key={criterion} scope="col" className={styles.criterion}>
                  {head(criterion)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(option => (
              <tr key={option}>
                <th scope="row" className={cards.option}>
                  {head(option)}
                </th>
                {criteria.map(criterion => (
                  <td
                    key={criterion}
                    id={isTalk(option, criterion) ? cellId({ option, criterion }) : undefined}
                    tabIndex={isTalk(option, criterion) ? -1 : undefined}
                    data-label={view.card(criterion)?.text}
                    className={classes(isTalk(option, criterion) && styles.talk)}
                  >
                    {sides.map(side => (
                      <SideCell
                        key={side.id}
                        side={side}
                        cell={ratings[option]?.[criterion]?.[side.id]}
                        scale={scaleOf(option, criterion, side.id)}
                        asText={asText}
                        isEarlier={isEarlier(option, criterion, side.id)}
                      />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {(hasMarks || hasMeans) && (
        <div className={styles.foot}>
          <p className={styles.legend}>
            {hasMarks && t('result.legend')} {hasMeans && t('result.legendPoints')}
          </p>
          <Button small onPress={() => setAsText(!asText)}>
            {t(asText ? 'result.asMarks' : 'result.asText')}
          </Button>
        </div>
      )}
      {people.length > 0 && <People options={options} criteria={criteria} people={people} />}
    </div>
  )
}

type SideCellProps = ScaledCell & { side: Side; asText: boolean; isEarlier: boolean }

const SideCell = ({ side, cell, scale, asText, isEarlier }: SideCellProps) => {
  const { t } = useTranslation('weighing')
  const words = useCellWords()({ cell, scale })
  const marks = marksOf({ cell, scale })
  const isDrawn = !asText && (marks !== null || meanOf(cell) !== null)
  return (
    <div className={styles.cell}>
      <SideMark side={side} size={18} />
      {isDrawn ? (
        <>
          {marks !== null ? <Marks side={side} marks={marks} /> : <Mean side={side} cell={cell} />}
          <span className="unseen">{words}</span>
          <Details cell={cell} isPoints={marks === null} />
        </>
      ) : (
        <span className={styles.words}>{words}</span>
      )}
      {isEarlier && <span className={styles.missing}>{t('result.ofEarlier')}</span>}
    </div>
  )
}

const meanOf = (cell: ShownCell | undefined): number | null => cell?.mean ?? null

/** How many said it and how far they lie apart, where the drawing does not show it, and how many said nothing. */
const Details = ({ cell, isPoints }: { cell: ShownCell | undefined; isPoints: boolean }) => {
  const { t } = useTranslation('weighing')
  if (!isShown(cell)) return null
  const { n, spread, missing } = cell
  const hasSpread = spread !== null && n > 1
  const said = [
    ...(isPoints ? [t('result.short', { n })] : []),
    ...(isPoints && hasSpread ? [t('result.shortSpread', { spread: printedMean(spread) })] : []),
    ...(missing > 0 ? [t('result.missing', { count: missing })] : []),
  ]
  return (
    <span className={styles.missing} aria-hidden="true">
      {said.join(' · ')}
    </span>
  )
}

/** A mean as long as it is large, in the side's colour and pattern, and its number. */
const Mean = ({ side, cell }: { side: Side; cell: ShownCell | undefined }) => {
  const mean = meanOf(cell)
  if (mean === null) return null
  return (
    <>
      <span className={styles.track} aria-hidden="true">
        <SideBar side={side} share={mean / 100} />
      </span>
      <span className={styles.mean} aria-hidden="true">
        {printedMean(mean)}
      </span>
    </>
  )
}

/** Who answered what, where the round shows names: a row a person and option. */
const People = ({
  options,
  criteria,
  people,
}: Pick<MatrixProps, 'options' | 'criteria'> & { people: readonly NamedAnswer[] }) => {
  const { t } = useTranslation('weighing')
  const view = useBoard()
  const { members } = useProcess()
  return (
    <details className={styles.people}>
      <summary>{t('result.names')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys */}
      <section className={cards.scroll} aria-label={t('result.names')} tabIndex={0}>
        <table className={classes(cards.table, styles.matrix)}>
          <thead>
            <tr>
              <th scope="col">{t('result.option')}</th>
              <th scope="col">{t('result.member')}</th>
              {criteria.map(criterion => (
                <th key={criterion} scope="col" className={styles.criterion}>
                  {view.card(criterion)?.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.flatMap(option =>
              people.map(({ member, ratings }) => (
                <tr key={`${option} ${member}`}>
                  <th scope="row" className={cards.option}>
                    {view.card(option)?.text}
                  </th>
                  <td>{members.get(member)?.name}</td>
                  {criteria.map(criterion => {
                    const rating = ratings[option]?.[criterion]
                    return (
                      <td key={criterion}>
                        {typeof rating === 'number' ? rating : rating === undefined ? '–' : t(`word.${rating}`)}
                      </td>
                    )
                  })}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  )
}
