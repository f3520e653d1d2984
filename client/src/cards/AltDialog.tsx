import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import type { CardDialogProps } from './CardDesk.tsx'
import { LineDialog } from './LineDialog.tsx'
import { MOST_ALT } from './pictures.ts'

/** Says what is to be seen in a card's picture, or changes it. No words take the line away. */
export default function AltDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { edits } = useSession()
  return (
    <LineDialog
      title={t('editAlt')}
      label={t('picture.alt')}
      hint={t('picture.altHint')}
      keep={t('picture.keepAlt')}
      value={card.alt}
      most={MOST_ALT}
      onKeep={line => edits.setAlt(card.id, line)}
      onClose={onClose}
    />
  )
}
