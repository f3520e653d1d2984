import type { Side, Weighed } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Wide } from '../Wide.tsx'
import { BetweenTwo } from './BetweenTwo.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'
import { apartOf } from './weightArithmetic.ts'

/** How far two sides weigh differently; opened, criterion by criterion. */
export const Apart = ({ weighed, sides }: { weighed: Weighed; sides: readonly [Side, Side] }) => {
  const { t } = useTranslation('values')
  const { textOf } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { criteria } = weighed
  const [one, other] = sides.map(({ id }) => weighed.weights[id] ?? null)
  if (one == null || other == null) return null
  const opened = apartOf({ criteria, weights: [one, other] })
  return (
    <p className={styles.opening}>
      <BetweenTwo sides={sides} />
      {t('weights.apart', { share: opened.result })}{' '}
      <Button variant="plain" small onPress={() => setOpen(true)}>
        {t('arithmetic')}
      </Button>
      {isOpen && (
        <Dialog title={t('weights.apartHow')} wide onClose={() => setOpen(false)}>
          <Wide>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('criterion')}</th>
                  {sides.map(({ id, name }) => (
                    <th key={id} scope="col" className={styles.number}>
                      {name}
                    </th>
                  ))}
                  <th scope="col" className={styles.number}>
                    {t('weights.difference')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {opened.lines.map(({ criterion, weights, difference }) => (
                  <tr key={criterion}>
                    <th scope="row" className={styles.words}>
                      {textOf(criterion)}
                    </th>
                    {weights.map((weight, p) => (
                      <td key={sides[p]?.id} className={styles.number}>
                        {weight}
                      </td>
                    ))}
                    <td className={styles.number}>{difference}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {t('weights.differences')}
                  </th>
                  <td className={styles.number}>{opened.sum}</td>
                </tr>
                <tr>
                  <th scope="row" colSpan={3}>
                    {t('weights.half')}
                  </th>
                  <td className={styles.number}>{opened.result}</td>
                </tr>
              </tfoot>
            </table>
          </Wide>
        </Dialog>
      )}
    </p>
  )
}
