import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** A card's address to copy by hand, where the browser would not. */
export const LinkShown = ({ url, onClose }: { url: string; onClose: () => void }) => {
  const { t } = useTranslation('cards')
  return (
    <Dialog title={t('linkTitle')} onClose={onClose}>
      <CopyField label={t('linkField')} value={url} />
    </Dialog>
  )
}
