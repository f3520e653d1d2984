import { type Flip, flipsBySide, printed, reweighted, rowsOf, type Side, type Weighed } from '@jointly/board'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { Wide } from '../Wide.tsx'
import { ArithmeticTable } from './ArithmeticTable.tsx'
import { LeftOutNote } from './LeftOutNote.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

/** How many a table can look at; further ones are further from what was said. */
const FEW = 5
const DECIMALS = 3

/** Which weight would turn the order of two options, and by how little it would have to be another. */
export const FlipsPanel = ({ weighed }: { weighed: Weighed }) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  const flips = useMemo(() => flipsBySide(weighed), [weighed])
  const [opened, open] = useState<{ flip: Flip; side: Side } | null>(null)
  const { textOf } = useWords()
  const numbersOf = ({ options: [one, other] }: Flip) => ({
    one: weighed.options.indexOf(one) + 1,
    other: weighed.options.indexOf(other) + 1,
  })
  // On a phone the table that has the numbers is far above, and a fourth column out of sight.
  const isNarrow = useNarrow()
  const wordsOf = ({ options: [one, other] }: Flip) => ({ one: textOf(one), other: textOf(other) })
  return (
    <details className={styles.panel}>
      <summary className={styles.panelTitle}>{t('flips.title')}</summary>
      <p className={styles.note}>{t('flips.note')}</p>
      {sides.map(side => {
        const own = flips[side.id] ?? null
        if (own === null) return null
        return (
          <section key={side.id} aria-label={side.name}>
            <h5 className={styles.side}>
              <SideMark side={side} size={18} decorative />
              {side.name}
            </h5>
            {own.flips.length === 0 ? (
              <p>{t(noneOf(weighed.options.length - own.incomplete.length, own.incomplete.length))}</p>
            ) : (
              <Wide>
                <table className={styles.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('criterion')}</th>
                      <th scope="col" className={styles.number}>
                        {t('flips.now')}
                      </th>
                      <th scope="col" className={styles.number}>
                        {t('flips.at')}
                      </th>
                      {!isNarrow && <th scope="col">{t('flips.options')}</th>}
                    </tr>
                  </thead>
                  <tbody>
                    {own.flips.slice(0, FEW).map(flip => (
                      <tr key={`${flip.criterion} ${flip.options.join(' ')}`}>
                        <th scope="row" className={styles.words}>
                          {textOf(flip.criterion)}
                          {isNarrow && <span className={styles.more}>{t('flips.tie', wordsOf(flip))}</span>}
                        </th>
                        <td className={styles.number}>{printed(flip.weight, DECIMALS)}</td>
                        <td className={styles.number}>
                          <Button
                            variant="plain"
                            small
                            aria-label={t('flips.name', {
                              criterion: textOf(flip.criterion),
                              at: printed(flip.at, DECIMALS),
                            })}
                            onPress={() => open({ flip, side })}
                          >
                            {printed(flip.at, DECIMALS)}
                          </Button>
                        </td>
                        {!isNarrow && <td>{t('flips.tie', numbersOf(flip))}</td>}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Wide>
            )}
            {own.all > FEW && <p className={styles.note}>{t('flips.more', { count: own.all - FEW })}</p>}
            <LeftOutNote side={side} options={weighed.options} leftOut={own.incomplete} />
          </section>
        )
      })}
      {opened !== null && (
        <Dialog title={t('flips.how')} wide onClose={() => open(null)}>
          {opened.flip.options.map(option => {
            const weights = weighed.weights[opened.side.id] ?? {}
            const { criterion, at } = opened.flip
            return (
              <ArithmeticTable
                key={option}
                caption={textOf(option)}
                criteria={weighed.criteria}
                weights={reweighted({ criteria: weighed.criteria, weights, criterion, t: at })}
                row={rowsOf({ ...weighed, side: opened.side.id })[option] ?? {}}
              />
            )
          })}
        </Dialog>
      )}
    </details>
  )
}

/** Why no order turns: of how many options that were rated throughout, beside how many that were not. */
const noneOf = (complete: number, leftOut: number) =>
  leftOut === 0 ? 'flips.none' : complete < 2 ? 'flips.tooFew' : 'flips.noneOfRest'
