import type { Step, StepTitle } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { templates } from '../i18n/en/templates.ts'

const isKnown = (title: string): title is StepTitle => Object.hasOwn(templates.step, title)

/** What a step is called in the reader's language; a step that no school of ours has keeps its name. */
export const useStepTitle = (): ((step: Pick<Step, 'title'>) => string) => {
  const { t } = useTranslation('templates')
  return ({ title }) => (isKnown(title) ? t(`step.${title}`) : title)
}
