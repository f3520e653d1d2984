import type { Caucus, Side } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'

const MOST_MIN = 600
const MOST_PURPOSE = 200

export type CallDialogProps = { side: Side; called: Caucus | null; onClose: () => void }

/** Announces that the side leaves the table, or for how much longer; time and purpose as it likes. */
export const CallDialog = ({ side, called, onClose }: CallDialogProps) => {
  const { t } = useTranslation('board')
  const { t: common } = useTranslation('common')
  const { take, isPending } = useMove()
  const form = useId()
  const [minutes, setMinutes] = useState(called?.minutes === null ? '' : String(called?.minutes ?? 15))
  const [purpose, setPurpose] = useState(called?.purpose ?? '')
  const [isWrong, setWrong] = useState(false)

  const submit = async () => {
    const count = minutes.trim() === '' ? null : Number(minutes)
    const isFine = count === null || (Number.isInteger(count) && count >= 1 && count <= MOST_MIN)
    setWrong(!isFine)
    if (!isFine) return
    const taken = await take({
      type: 'caucus.call',
      side: side.id,
      ...(count !== null && { minutes: count }),
      ...(purpose.trim() !== '' && { purpose: purpose.trim() }),
    })
    if (taken) onClose()
  }

  return (
    <Dialog
      title={t(called === null ? 'caucus.call' : 'caucus.extendTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={isPending}>
            {t('caucus.announce')}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={() => void submit()}>
        <p>{t('caucus.callHelp')}</p>
        <TextField
          label={t('caucus.minutes')}
          description={t('caucus.minutesHelp')}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          {...(isWrong && { error: t('caucus.minutesWrong', { most: MOST_MIN }) })}
          autoFocus
        />
        <TextField
          label={t('caucus.purpose')}
          description={t('caucus.purposeHelp')}
          value={purpose}
          onChange={setPurpose}
          maxLength={MOST_PURPOSE}
        />
      </Form>
    </Dialog>
  )
}
