import type { Anonymity } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { Choices } from '../ui/Choices.tsx'

const ANONYMITIES = ['named', 'side', 'none'] as const satisfies readonly Anonymity[]

/** How the answers of a round are shown: fixed at its opening. */
export const AnonymityChoices = ({
  value,
  onChange,
}: {
  value: Anonymity
  onChange: (anonymity: Anonymity) => void
}) => {
  const { t } = useTranslation('weighing')
  return (
    <Choices
      label={t('ask.who')}
      description={t('ask.who_more')}
      value={value}
      onChange={onChange}
      options={ANONYMITIES.map(id => ({ id, label: t(`anonymity.${id}`), description: t(`anonymityMeans.${id}`) }))}
    />
  )
}
