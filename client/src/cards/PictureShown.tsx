import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { pictureAddress } from '../session/pictures.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { CardDialogProps } from './CardDesk.tsx'
import styles from './PictureShown.module.css'

/** A card's picture as large as the screen has room for. */
export default function PictureShown({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { opened, id } = useSession()
  if (card.image === undefined) return null
  return (
    <Dialog wide title={card.text === '' ? t('picture.title') : card.text} onClose={onClose}>
      <img
        className={styles.picture}
        src={pictureAddress({ board: opened.board.id, as: id }, card.image.id)}
        width={card.image.w}
        height={card.image.h}
        alt={card.alt ?? ''}
      />
      {card.alt !== undefined && <p className={styles.alt}>{card.alt}</p>}
    </Dialog>
  )
}
