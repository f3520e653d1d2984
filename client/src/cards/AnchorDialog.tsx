import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import type { CardDialogProps } from './CardDesk.tsx'
import { LineDialog } from './LineDialog.tsx'

/** Says when an option meets a criterion, or changes it. An empty line takes it away. */
export default function AnchorDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { edits } = useSession()
  return (
    <LineDialog
      title={t(card.anchor === undefined ? 'addAnchor' : 'editAnchor')}
      words={card.text}
      label={t('anchorLabel')}
      hint={t('anchorHint')}
      keep={t('saveAnchor')}
      value={card.anchor}
      onKeep={line => edits.setAnchor(card.id, line)}
      onClose={onClose}
    />
  )
}
