import type { TrackedIndicator } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isDay, useToday } from './days.ts'
import styles from './FollowUp.module.css'
import { numberIn } from './numbers.ts'
import { useNumberFault } from './useNumberFault.ts'

/** A day and its value, in one line; what was typed stays when it is refused. */
export const RecordForm = ({ indicator }: { indicator: TrackedIndicator }) => {
  const { t } = useTranslation('followUp')
  const today = useToday()
  const { take, isPending } = useMove()
  const [on, setOn] = useState(today)
  const [value, setValue] = useState('')
  const [isTried, setTried] = useState(false)
  const number = numberIn(value)
  const numberFault = useNumberFault()
  const record = async () => {
    setTried(true)
    if (number === null || !isDay(on)) return
    if (!(await take({ type: 'indicator.record', indicator: indicator.id, on, value: number }))) return
    setValue('')
    setTried(false)
  }
  return (
    <div className={styles.record}>
      <Form onSubmit={() => void record()}>
        <div className={styles.fields}>
          <TextField
            label={t('indicators.day')}
            type="date"
            value={on}
            onChange={setOn}
            error={isTried && !isDay(on) ? t('needsDay') : undefined}
          />
          <TextField
            label={t('indicators.newValue', { unit: indicator.unit })}
            inputMode="decimal"
            value={value}
            onChange={setValue}
            error={isTried ? numberFault(value) : undefined}
          />
          <Button type="submit" isPending={isPending}>
            {t('indicators.record')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
