import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isDay, useToday } from './days.ts'
import styles from './FollowUp.module.css'
import { numberIn } from './numbers.ts'
import { useNumberFault } from './useNumberFault.ts'

type Fields = Record<'what' | 'unit' | 'source' | 'from' | 'fromOn' | 'to' | 'toOn', string>

type Fault = (text: string) => string | undefined

/** What is wrong with each field as it stands. */
const useFaults = (): Readonly<Record<keyof Fields, Fault>> => {
  const { t } = useTranslation('followUp')
  const number = useNumberFault()
  const words = (most: number) => (text: string) =>
    text.trim() !== '' && text.trim().length <= most ? undefined : t('needsWords')
  const day = (text: string) => (isDay(text) ? undefined : t('needsDay'))
  return {
    ...{ what: words(500), unit: words(60), source: words(500) },
    ...{ from: number, fromOn: day, to: number, toOn: day },
  }
}

/** An indicator begins with where things stand, where they should come to, and where its values come from. */
export const IndicatorDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('followUp')
  const { take, isPending } = useMove()
  const form = useId()
  const today = useToday()
  const [fields, setFields] = useState<Fields>({
    ...{ what: '', unit: '', source: '', from: '', fromOn: today, to: '', toOn: '' },
  })
  const [isTried, setTried] = useState(false)
  const faults = useFaults()
  const field = (name: keyof Fields) => ({
    label: t(`indicators.field.${name}`),
    value: fields[name],
    onChange: (text: string) => setFields(before => ({ ...before, [name]: text })),
    error: isTried ? faults[name](fields[name]) : undefined,
  })
  const add = async () => {
    setTried(true)
    const { what, unit, source, from, fromOn, to, toOn } = fields
    const [baseline, target] = [numberIn(from), numberIn(to)]
    const isWhole = (Object.keys(faults) as (keyof Fields)[]).every(name => faults[name](fields[name]) === undefined)
    if (!isWhole || baseline === null || target === null) return
    const indicator = {
      ...{ what: what.trim(), unit: unit.trim(), source: source.trim() },
      ...{ baseline: { on: fromOn, value: baseline }, target: { on: toOn, value: target } },
    }
    if (await take({ type: 'indicator.add', indicator })) onClose()
  }
  return (
    <Dialog
      title={t('indicators.addTitle')}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form={form} isPending={isPending}>
          {t('indicators.addOne')}
        </Button>
      }
    >
      <Form id={form} onSubmit={() => void add()}>
        <TextField {...field('what')} />
        <TextField {...field('unit')} description={t('indicators.unitHint')} />
        <TextField {...field('source')} description={t('indicators.sourceHint')} />
        <div className={styles.fields}>
          <TextField {...field('from')} inputMode="decimal" />
          <TextField {...field('fromOn')} type="date" />
        </div>
        <div className={styles.fields}>
          <TextField {...field('to')} inputMode="decimal" />
          <TextField {...field('toOn')} type="date" />
        </div>
      </Form>
    </Dialog>
  )
}
