import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import type { CardDialogProps } from './CardDesk.tsx'
import { LineDialog } from './LineDialog.tsx'

/** Says where a fact comes from, or changes it. An empty line takes it away. */
export default function SourceDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { edits } = useSession()
  return (
    <LineDialog
      title={t(card.source === undefined ? 'addSource' : 'editSource')}
      words={card.text}
      label={t('sourceLabel')}
      hint={t('sourceHint')}
      keep={t('saveSource')}
      value={card.source}
      onKeep={line => edits.setSource(card.id, line)}
      onClose={onClose}
    />
  )
}
