import type { StepId } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { clockFace } from '../ui/clockTime.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Select } from '../ui/Select.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'

/** How long people can be warned before one step alone is open. */
const WARNINGS = { '30': 30, '60': 60, '120': 120, '300': 300 } as const
type Warning = keyof typeof WARNINGS

/** Announces that one step alone will be open; announced anew, the warning begins anew and all have more time. */
export const ClosingDialog = ({ step, onClose }: { step: StepId; onClose: () => void }) => {
  const { t } = useTranslation('facilitation')
  const { t: common } = useTranslation('common')
  const { steps } = useProcess()
  const titleOf = useStepTitle()
  const { take, isPending } = useMove()
  const [stage, setStage] = useState(step)
  const [warning, setWarning] = useState<Warning>('60')
  const announce = async () => {
    if (await take({ type: 'stage.open', stage, only: true, warnSeconds: WARNINGS[warning] })) onClose()
  }
  return (
    <Dialog
      title={t('closing.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={announce}>
            {t('closing.announce')}
          </Button>
        </>
      }
    >
      <p>{t('closing.means')}</p>
      <Select
        label={t('closing.step')}
        value={stage}
        onChange={setStage}
        options={steps.map(one => ({ id: one.id, label: titleOf(one) }))}
      />
      <p>{t('closing.warning')}</p>
      <Segmented
        label={t('closing.warning')}
        value={warning}
        onChange={setWarning}
        options={(Object.keys(WARNINGS) as Warning[]).map(id => ({ id, label: clockFace(WARNINGS[id]) }))}
      />
    </Dialog>
  )
}
