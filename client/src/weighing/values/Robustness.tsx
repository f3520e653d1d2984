import { printed, robustnessBySide, rounded, type Weighed } from '@jointly/board'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { SideBar } from '../SideBar.tsx'
import { LeftOutNote } from './LeftOutNote.tsx'
import { OptionsBySide } from './OptionsBySide.tsx'
import styles from './Values.module.css'

/** Options that tie for first share the draw. */
const FIRSTS_DECIMALS = 1

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
      <OptionsBySide options={weighed.options} numeric>
        {(option, side) => {
          const own = robustness[side.id]
          const share = own?.share[option]
          if (own === undefined || share === undefined) return <span className={styles.none}>{t('leftOut.cell')}</span>
          const firsts = rounded(share * own.samples, FIRSTS_DECIMALS)
          return (
            <>
              {`${printed(100 * share, 1)}\u00a0%`}
              <span className={styles.more}>{t('robustness.firsts', { firsts, samples: own.samples })}</span>
              <SideBar side={side} share={share} />
            </>
          )
        }}
      </OptionsBySide>
      {sides.map(side => (
        <LeftOutNote
          key={side.id}
          side={side}
          options={weighed.options}
          leftOut={robustness[side.id]?.incomplete ?? []}
        />
      ))}
    </>
  )
}
