import { type CardId, type CardView, type RoundScale, rulesInForce } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskDialog, useLastReleased } from '../rounds/AskDialog.tsx'
import { PROBE } from '../rounds/probe.ts'
import shared from '../rounds/Rounds.module.css'
import { useProcess } from '../session/hooks.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Select } from '../ui/Select.tsx'

const SCALES = ['words', 'points'] as const satisfies readonly RoundScale[]
const ALL = 'all'

type AskProps = { options: readonly CardView[]; criteria: readonly CardView[]; again?: boolean }

/** Opens the dialog that asks everybody; whoever may not ask is told who does. */
export const AskButton = ({ options, criteria, again = false }: AskProps) => {
  const { t } = useTranslation('weighing')
  const [isAsking, setAsking] = useState(false)
  const may = useMay()
  const probe = { type: 'round.open', round: PROBE, kind: 'rating', scale: 'words', anonymity: 'named' } as const
  if (!may(probe)) return again ? null : <p className={shared.note}>{t('ask.nobody')}</p>
  return (
    <div>
      <Button variant={again ? 'quiet' : 'primary'} onPress={() => setAsking(true)}>
        {t(again ? 'ask.again' : 'ask.open')}
      </Button>
      {isAsking && <AskRatings options={options} criteria={criteria} again={again} onClose={() => setAsking(false)} />}
    </div>
  )
}

const AskRatings = ({ options, criteria, again, onClose }: Required<AskProps> & { onClose: () => void }) => {
  const { t } = useTranslation('weighing')
  const { points } = rulesInForce(useProcess())
  const last = useLastReleased('rating')
  const [scale, setScale] = useState<RoundScale>(points ? (last?.scale ?? 'words') : 'words')
  const [which, setWhich] = useState<CardId | typeof ALL>(again ? (criteria[0]?.id ?? ALL) : ALL)
  return (
    <AskDialog
      kind="rating"
      title={t('ask.title')}
      intro={t('ask.intro')}
      asked={() => ({ scale, ...(which !== ALL && { subject: { criteria: [which] } }) })}
      onClose={onClose}
    >
      <Select
        label={t('ask.which')}
        value={which}
        onChange={setWhich}
        options={[{ id: ALL, label: t('ask.all') }, ...criteria.map(({ id, text }) => ({ id, label: text }))]}
      />
      <p className={shared.note}>
        {t('ask.about', { options: options.length, count: which === ALL ? criteria.length : 1 })}
      </p>
      {points && (
        <Choices
          label={t('ask.in')}
          value={scale}
          onChange={setScale}
          options={SCALES.map(id => ({ id, label: t(`scale.${id}`) }))}
        />
      )}
    </AskDialog>
  )
}
