import {
  type Anonymity,
  type CardId,
  type CardView,
  newId,
  RoundId,
  type RoundScale,
  rulesInForce,
} from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { AnonymityChoices } from './AnonymityChoices.tsx'
import styles from './Weighing.module.css'

const SCALES = ['words', 'points'] as const satisfies readonly RoundScale[]
const ALL = 'all'

type AskProps = { options: readonly CardView[]; criteria: readonly CardView[]; again?: boolean }

/** Opens the dialog that asks everybody; whoever may not ask is told who does. */
export const AskButton = ({ options, criteria, again = false }: AskProps) => {
  const { t } = useTranslation('weighing')
  const [isAsking, setAsking] = useState(false)
  const may = useMay()
  const probe = { type: 'round.open', round: PROBE, kind: 'rating', scale: 'words', anonymity: 'named' } as const
  if (!may(probe)) return again ? null : <p className={styles.note}>{t('ask.nobody')}</p>
  return (
    <div>
      <Button variant={again ? 'quiet' : 'primary'} onPress={() => setAsking(true)}>
        {t(again ? 'ask.again' : 'ask.open')}
      </Button>
      {isAsking && <AskDialog options={options} criteria={criteria} again={again} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** Of the rule whether somebody may ask at all; the round itself gets an id of its own. */
const PROBE = RoundId.parse('probe')

const AskDialog = ({ options, criteria, again, onClose }: Required<AskProps> & { onClose: () => void }) => {
  const { t } = useTranslation('weighing')
  const { points } = rulesInForce(useProcess())
  const { take, isPending } = useMove()
  const [anonymity, setAnonymity] = useState<Anonymity>('named')
  const [scale, setScale] = useState<RoundScale>('words')
  const [which, setWhich] = useState<CardId | typeof ALL>(again ? (criteria[0]?.id ?? ALL) : ALL)
  const open = async () => {
    const subject = which === ALL ? {} : { subject: { criteria: [which] } }
    const move = { type: 'round.open', round: newId(RoundId), kind: 'rating', scale, anonymity, ...subject } as const
    if (await take(move)) onClose()
  }
  return (
    <Dialog
      title={t('ask.title')}
      onClose={onClose}
      actions={
        <Button variant="primary" isPending={isPending} onPress={open}>
          {t('ask.start')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('ask.intro')}</p>
        <Select
          label={t('ask.which')}
          value={which}
          onChange={setWhich}
          options={[{ id: ALL, label: t('ask.all') }, ...criteria.map(({ id, text }) => ({ id, label: text }))]}
        />
        <p className={styles.note}>
          {t('ask.about', { options: options.length, count: which === ALL ? criteria.length : 1 })}
        </p>
        <AnonymityChoices value={anonymity} onChange={setAnonymity} />
        {points && (
          <Choices
            label={t('ask.in')}
            value={scale}
            onChange={setScale}
            options={SCALES.map(id => ({ id, label: t(`scale.${id}`) }))}
          />
        )}
      </div>
    </Dialog>
  )
}
