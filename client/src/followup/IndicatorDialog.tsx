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

type Fields = Record<'what' | 'unit' | 'source' | 'from' | 'fromOn' | 'to' | 'toOn', string>

/** What every field must hold. */
const HOLDS = {
  what: text => text.trim() !== '' && text.trim().length <= 500,
  unit: text => text.trim() !== '' && text.trim().length <= 60,
  source: text => text.trim() !== '' && text.trim().length <= 500,
  from: text => numberIn(text) !== null,
  fromOn: isDay,
  to: text => numberIn(text) !== null,
  toOn: isDay,
} as const satisfies Record<keyof Fields, (text: string) => boolean>
const FAULTS = {
  what: 'needsWords',
  unit: 'needsWords',
  source: 'needsWords',
  from: 'needsNumber',
  fromOn: 'needsDay',
  to: 'needsNumber',
  toOn: 'needsDay',
} as const satisfies Record<keyof Fields, string>

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
  const field = (name: keyof Fields) => ({
    label: t(`indicators.field.${name}`),
    value: fields[name],
    onChange: (text: string) => setFields(before => ({ ...before, [name]: text })),
    error: isTried && !HOLDS[name](fields[name]) ? t(FAULTS[name]) : undefined,
  })
  const add = async () => {
    setTried(true)
    const { what, unit, source, from, fromOn, to, toOn } = fields
    const [baseline, target] = [numberIn(from), numberIn(to)]
    const isWhole = (Object.keys(HOLDS) as (keyof Fields)[]).every(name => HOLDS[name](fields[name]))
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
