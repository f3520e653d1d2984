import type { OptionId, Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { Wide } from '../Wide.tsx'
import { OptionHead } from './OptionHead.tsx'
import { SideHeads } from './SideHeads.tsx'
import styles from './Values.module.css'

type OptionsBySideProps = {
  options: readonly OptionId[]
  /** Cells of numbers stand in columns of digits. */
  numeric?: boolean
  children: (option: OptionId, side: Side) => React.ReactNode
}

/** A row for each option in the order of the table, a column for each side. */
export const OptionsBySide = ({ options, numeric = false, children }: OptionsBySideProps) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  return (
    <Wide>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('option')}</th>
            <SideHeads />
          </tr>
        </thead>
        <tbody>
          {options.map((option, i) => (
            <tr key={option}>
              <OptionHead option={option} number={i + 1} />
              {sides.map(side => (
                <td key={side.id} className={numeric ? styles.number : undefined}>
                  {children(option, side)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
