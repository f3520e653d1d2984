import { FEWEST_WITHOUT_NAMES, PULSE_SCALES, type PulseScale, present, ROLES } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskDialog } from '../rounds/AskDialog.tsx'
import { useProcess } from '../session/hooks.ts'
import { Choices } from '../ui/Choices.tsx'

const QUESTIONS = Object.keys(PULSE_SCALES) as PulseScale[]

/** Asks how the work together goes: a question of its own each time, and never one about what lies on the table. */
export const AskPulse = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('pulse')
  const { sides, members } = useProcess()
  const [question, setQuestion] = useState<PulseScale>('doing')
  const counted = present(members.values()).filter(({ role }) => ROLES[role].counted)
  // Where every side is large enough to show something without names, nobody has to put theirs under it.
  const isLarge = sides.every(({ id }) => counted.filter(({ side }) => side === id).length >= FEWEST_WITHOUT_NAMES)
  return (
    <AskDialog
      kind="pulse"
      title={t('ask.title')}
      intro={t('ask.intro')}
      meant={isLarge ? 'side' : 'named'}
      asked={() => ({ scale: question })}
      onClose={onClose}
    >
      <Choices
        label={t('ask.question')}
        value={question}
        onChange={setQuestion}
        options={QUESTIONS.map(id => ({ id, label: t(`question.${id}`), description: t(`questionMeans.${id}`) }))}
      />
    </AskDialog>
  )
}
