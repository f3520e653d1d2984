import type { Anonymity, RoundKind } from '@jointly/board'
import { useTranslation } from 'react-i18next'
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
  return (
    <Choices
      label={t('ask.who')}
      description={t('ask.whoMore')}
      value={value}
      onChange={onChange}
      options={ANONYMITIES.map(id => ({
        id,
        label: t(`as.${as}.anonymity.${id}`),
        description: t(`as.${as}.anonymityMeans.${id}`),
      }))}
    />
  )
}
