import { type OptionId, type Side, type SideId, valuedByBoth, type Weighed } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Wide } from '../Wide.tsx'
import { ordersOf } from './arithmetic.ts'
import { BetweenTwo } from './BetweenTwo.tsx'
import { OptionHead } from './OptionHead.tsx'
import { PartLegend, PartMark } from './PartMark.tsx'
import styles from './Values.module.css'

/** How alike two sides order the options; opened, by how every two options stand to each other. */
export const Orders = ({ weighed, sides }: { weighed: Weighed; sides: readonly [Side, Side] }) => {
  const { t } = useTranslation('values')
  const [isOpen, setOpen] = useState(false)
  const both = [sides[0].id, sides[1].id] as const
  const valued = valuedByBoth({ ...weighed, sides: both })
  const opened = ordersOf(valued.map(({ values }) => values))
  if (opened === null) return null
  const isPart = (option: OptionId, side: SideId) => (weighed.values[option]?.[side]?.missing ?? 0) > 0
  const anyPart = valued.some(({ option }) => both.some(side => isPart(option, side)))
  return (
    <p className={styles.opening}>
      <BetweenTwo sides={sides} />
      {t('value.orders', { tau: opened.result })} {anyPart && t('part.rests')}{' '}
      <Button variant="plain" small onPress={() => setOpen(true)}>
        {t('arithmetic')}
      </Button>
      {isOpen && (
        <Dialog title={t('value.ordersHow')} wide onClose={() => setOpen(false)}>
          <Wide>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('option')}</th>
                  {sides.map(({ id, name }) => (
                    <th key={id} scope="col" className={styles.number}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {valued.map(({ option }, i) => (
                  <tr key={option}>
                    <OptionHead option={option} number={weighed.options.indexOf(option) + 1} />
                    {opened.values[i]?.map((value, p) => (
                      <td key={both[p]} className={styles.number}>
                        {value}
                        {isPart(option, both[p] ?? both[0]) && <PartMark />}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          {anyPart && <PartLegend />}
          <p>{t('value.ordersMeans', opened.counts)}</p>
          <p className={styles.formula}>
            {opened.formula} = {opened.result}
          </p>
        </Dialog>
      )}
    </p>
  )
}
