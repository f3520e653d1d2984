import { type Anonymity, newId, RoundId } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AnonymityChoices } from './AnonymityChoices.tsx'
import type { NumberedKind } from './numberKinds.ts'
import styles from './Weighing.module.css'

type AskNumbersProps = {
  /** Ways to ask for the same; the first is meant where nobody chooses. */
  kinds: readonly [NumberedKind, ...NumberedKind[]]
  again?: boolean
}

/** Of the rule whether somebody may ask at all; the round itself gets an id of its own. */
const PROBE = RoundId.parse('probe')

/** Opens the dialog that asks for numbers: weights, places, what no agreement is worth. Whoever may not ask sees none. */
export const AskNumbers = ({ kinds, again = false }: AskNumbersProps) => {
  const { t } = useTranslation('weighing')
  const [isAsking, setAsking] = useState(false)
  const may = useMay()
  if (!may({ type: 'round.open', round: PROBE, kind: kinds[0], anonymity: 'named' })) return null
  return (
    <div>
      <Button onPress={() => setAsking(true)}>{t(again ? `kind.${kinds[0]}.askAgain` : `kind.${kinds[0]}.ask`)}</Button>
      {isAsking && <AskDialog kinds={kinds} onClose={() => setAsking(false)} />}
    </div>
  )
}

const AskDialog = ({ kinds, onClose }: Pick<AskNumbersProps, 'kinds'> & { onClose: () => void }) => {
  const { t } = useTranslation('weighing')
  const { take, isPending } = useMove()
  const [kind, setKind] = useState<NumberedKind>(kinds[0])
  const [anonymity, setAnonymity] = useState<Anonymity>('named')
  const open = async () => {
    if (await take({ type: 'round.open', round: newId(RoundId), kind, anonymity })) onClose()
  }
  return (
    <Dialog
      title={t(`kind.${kinds[0]}.ask`)}
      onClose={onClose}
      actions={
        <Button variant="primary" isPending={isPending} onPress={open}>
          {t('ask.start')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t(`kind.${kinds[0]}.intro`)}</p>
        {kinds.length > 1 && (
          <Choices
            label={t('ask.in')}
            value={kind}
            onChange={setKind}
            options={kinds.map(id => ({ id, label: t(`kind.${id}.way`), description: t(`kind.${id}.wayMeans`) }))}
          />
        )}
        <AnonymityChoices value={anonymity} onChange={setAnonymity} />
      </div>
    </Dialog>
  )
}
