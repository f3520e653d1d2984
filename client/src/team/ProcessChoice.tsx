import { TEMPLATES, type TemplateId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { Choices } from '../ui/Choices.tsx'
import { Steps } from './Steps.tsx'

const ORDER = ['full', 'fmcs-7', 'kaiser-4', 'mutual-gains', 'joint-intervention'] as const satisfies TemplateId[]

/** The processes that a board may follow, each with its steps and whose it is. */
export const ProcessChoice = ({ value, onChange }: { value: TemplateId; onChange: (template: TemplateId) => void }) => {
  const { t } = useTranslation(['team', 'templates'])
  return (
    <Choices
      label={t('board.process')}
      value={value}
      onChange={onChange}
      options={ORDER.map(id => ({
        id,
        label: t(`templates:title.${id}`),
        description: (
          <>
            {t(`templates:source.${id}`)}
            <Steps steps={TEMPLATES[id].steps} />
          </>
        ),
      }))}
    />
  )
}
