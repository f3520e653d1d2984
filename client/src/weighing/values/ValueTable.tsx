import { everyTwo, type OptionId, rowsOf, type Side, type Weighed } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ArithmeticTable } from './ArithmeticTable.tsx'
import { printedValue } from './arithmetic.ts'
import { OptionsBySide } from './OptionsBySide.tsx'
import { Orders } from './Orders.tsx'
import { PartMark } from './PartMark.tsx'
import { useWords } from './useWords.ts'
import styles from './Values.module.css'

/** What each option is worth to each side; a number opens how it came about. */
export const ValueTable = ({ weighed }: { weighed: Weighed }) => {
  const { t } = useTranslation('values')
  const { sides } = useProcess()
  const [opened, open] = useState<{ option: OptionId; side: Side } | null>(null)
  const { textOf } = useWords()
  return (
    <section className={styles.panel} aria-label={t('value.title')}>
      <h4 className={styles.panelTitle}>{t('value.title')}</h4>
      <p className={styles.note}>{t('value.open')}</p>
      <OptionsBySide options={weighed.options} numeric>
        {(option, side) => (
          <ValueButton weighed={weighed} option={option} side={side} onOpen={() => open({ option, side })} />
        )}
      </OptionsBySide>
      {everyTwo(sides).map(two => (
        <Orders key={two.map(({ id }) => id).join(' ')} weighed={weighed} sides={two} />
      ))}
      {opened !== null && (
        <Dialog title={t('value.how')} wide onClose={() => open(null)}>
          <ArithmeticTable
            caption={t('value.of', { option: textOf(opened.option), side: opened.side.name })}
            criteria={weighed.criteria}
            weights={weighed.weights[opened.side.id] ?? {}}
            row={rowsOf({ ...weighed, side: opened.side.id })[opened.option] ?? {}}
          />
        </Dialog>
      )}
    </section>
  )
}

const ValueButton = ({
  weighed,
  option,
  side,
  onOpen,
}: {
  weighed: Weighed
  option: OptionId
  side: Side
  onOpen: () => void
}) => {
  const { t } = useTranslation('values')
  const { textOf } = useWords()
  const value = weighed.values[option]?.[side.id]
  if (value === undefined || value.value === null) return <span className={styles.none}>{t('none')}</span>
  const words = printedValue(value.value)
  return (
    <Button
      variant="plain"
      small
      aria-label={t(value.missing > 0 ? 'value.namePart' : 'value.name', {
        value: words,
        option: textOf(option),
        side: side.name,
      })}
      onPress={onOpen}
    >
      <span>
        {words}
        {value.missing > 0 && <PartMark />}
      </span>
    </Button>
  )
}
