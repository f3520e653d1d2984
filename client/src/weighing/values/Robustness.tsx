import { printed, robustnessBySide, type Weighed } from '@jointly/board'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { sideStyle } from '../../ui/sideStyle.ts'
import { OptionHead } from './OptionHead.tsx'
import { SideHeads } from './SideHeads.tsx'
import styles from './Values.module.css'

/** How much hangs on the weights at all. Drawn when it is opened: ten thousand weightings a side. */
export const RobustnessPanel = ({ weighed }: { weighed: Weighed }) => {
  const { t } = useTranslation('values')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.panel} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.panelTitle}>{t('robustness.title')}</summary>
      {isOpen && <Shares weighed={weighed} />}
    </details>
  )
}

const Shares = ({ weighed }: { weighed: Weighed }) => {
  const { t, i18n } = useTranslation('values')
  const { sides } = useProcess()
  // Somebody who types on the board makes a new view of it, and the same numbers.
  const key = JSON.stringify([weighed.options, weighed.criteria, weighed.ratings])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that the shares come from
  const robustness = useMemo(() => robustnessBySide(weighed), [key])
  const [first] = Object.values(robustness)
  return (
    <>
      <p className={styles.note}>
        {t('robustness.note', {
          samples: new Intl.NumberFormat(i18n.language).format(first?.samples ?? 0),
          seed: first?.seed ?? 0,
        })}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('option')}</th>
              <SideHeads />
            </tr>
          </thead>
          <tbody>
            {weighed.options.map((option, i) => (
              <tr key={option}>
                <OptionHead option={option} number={i + 1} />
                {sides.map(side => {
                  const share = robustness[side.id]?.share[option]
                  return (
                    <td key={side.id} className={styles.number}>
                      {share === undefined ? (
                        <span className={styles.none}>{t('none')}</span>
                      ) : (
                        <>
                          {printed(100 * share, 1)} %
                          <span className={styles.bar} style={{ ...sideStyle(side), '--share': share }} />
                        </>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
