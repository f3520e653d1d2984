import { type Anonymity, type RoundKind, rulesInForce } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Choices } from '../ui/Choices.tsx'
import { SHOWN_AS } from './shownAs.ts'

const ANONYMITIES = ['named', 'side', 'none'] as const satisfies readonly Anonymity[]

/** How the answers of a round are shown: fixed at its opening. */
export const AnonymityChoices = ({
  kind,
  value,
  onChange,
}: {
  kind: RoundKind
  value: Anonymity
  onChange: (anonymity: Anonymity) => void
}) => {
  const { t } = useTranslation('rounds')
  const as = SHOWN_AS[kind]
  const meansOf = useAnonymityMeans()
  return (
    <Choices
      label={t('ask.who')}
      description={t('ask.whoMore')}
      value={value}
      onChange={onChange}
      options={ANONYMITIES.map(id => ({
        id,
        label: t(`as.${as}.anonymity.${id}`),
        description: meansOf(kind, id),
      }))}
    />
  )
}

/** Who will see what of an answer; names as far as the ground rules in force, and those of the round's opening, show them. */
export const useAnonymityMeans = () => {
  const { t } = useTranslation('rounds')
  const { attribution } = rulesInForce(useProcess())
  return (kind: RoundKind, anonymity: Anonymity, opened = attribution): string =>
    anonymity === 'named' && (attribution === 'side' || opened === 'side')
      ? t('namedToOwnSide')
      : t(`as.${SHOWN_AS[kind]}.anonymityMeans.${anonymity}`)
}
