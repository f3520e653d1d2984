import { type NamedBy, type Side, showsAnswersOf, type Weighed, type Weights } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../../session/hooks.ts'
import { Wide } from '../Wide.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'
import { weightsOpened } from './weightArithmetic.ts'

/** A side's weights opened: what each of its members gave, where the round and the ground rules show names, and their mean. */
export const WhoWeighed = ({ weighed, side }: { weighed: Weighed; side: Side }) => {
  const { t } = useTranslation('values')
  const { textOf } = useWords()
  const { members } = useProcess()
  const people = usePeople(weighed, side)
  const criteria = weighed.given?.[side.id]?.round.subject.criteria.map(({ id }) => id) ?? []
  if (people.length === 0) return null
  const { lines, left } = weightsOpened(
    criteria.map(criterion => ({
      numbers: people.map(({ weights }) => weights[criterion] ?? 0),
      isLeft: weighed.criteria.includes(criterion),
    })),
  )
  return (
    <details>
      <summary className={styles.counted}>{t('weights.who', { side: side.name })}</summary>
      <Wide>
        <table className={styles.table}>
          <caption className="unseen">{t('weights.who', { side: side.name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              {people.map(({ member }) => (
                <th key={member} scope="col" className={styles.number}>
                  {members.get(member)?.name}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                {t('weights.meanOf')}
              </th>
              {left !== null && (
                <th scope="col" className={styles.number}>
                  {t('weights.now')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ numbers, mean, now }, k) => (
              <tr key={criteria[k]}>
                <th scope="row" className={styles.words}>
                  {textOf(criteria[k] ?? ('' as never))}
                  {left !== null && now === null && <span className={styles.more}>{t('weights.gone')}</span>}
                </th>
                {numbers.map((number, i) => (
                  <td key={people[i]?.member} className={styles.number}>
                    {number}
                  </td>
                ))}
                <td className={styles.number}>{mean}</td>
                {left !== null && <td className={styles.number}>{now ?? t('none')}</td>}
              </tr>
            ))}
          </tbody>
          {left !== null && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={1 + people.length}>
                  {t('weights.left')}
                </th>
                <td className={styles.number}>{left}</td>
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </Wide>
    </details>
  )
}

/** The members of a side with their weights, each normalised. */
const usePeople = ({ given }: Weighed, side: Side): readonly NamedBy<{ readonly weights: Weights }>[] => {
  const process = useProcess()
  const reader = useMe()
  const round = given?.[side.id]?.round
  if (round?.state.is !== 'released' || !showsAnswersOf(side.id, round, { process, reader })) return []
  const { result } = round.state
  return 'weights' in result ? (result.people ?? []).filter(person => person.side === side.id) : []
}
