import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskDialog } from '../rounds/AskDialog.tsx'
import { PROBE } from '../rounds/probe.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import type { NumberedKind } from './numberKinds.ts'

type AskNumbersProps = {
  /** Ways to ask for the same; the first is meant where nobody chooses. */
  kinds: readonly [NumberedKind, ...NumberedKind[]]
  again?: boolean
}

/** Opens the dialog that asks for numbers: weights, places, what no agreement is worth. Whoever may not ask sees none. */
export const AskNumbers = ({ kinds, again = false }: AskNumbersProps) => {
  const { t } = useTranslation('weighing')
  const [isAsking, setAsking] = useState(false)
  const may = useMay()
  if (!may({ type: 'round.open', round: PROBE, kind: kinds[0], anonymity: 'named' })) return null
  return (
    <div>
      <Button onPress={() => setAsking(true)}>{t(again ? `kind.${kinds[0]}.askAgain` : `kind.${kinds[0]}.ask`)}</Button>
      {isAsking && <AskInNumbers kinds={kinds} onClose={() => setAsking(false)} />}
    </div>
  )
}

const AskInNumbers = ({ kinds, onClose }: Pick<AskNumbersProps, 'kinds'> & { onClose: () => void }) => {
  const { t } = useTranslation('weighing')
  const [kind, setKind] = useState<NumberedKind>(kinds[0])
  return (
    <AskDialog kind={kind} title={t(`kind.${kinds[0]}.ask`)} intro={t(`kind.${kinds[0]}.intro`)} onClose={onClose}>
      {kinds.length > 1 && (
        <Choices
          label={t('ask.in')}
          value={kind}
          onChange={setKind}
          options={kinds.map(id => ({ id, label: t(`kind.${id}.way`), description: t(`kind.${id}.wayMeans`) }))}
        />
      )}
    </AskDialog>
  )
}
