import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { carry } from '../session/carried.ts'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { pictureAddress } from '../session/pictures.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './BringDialog.module.css'
import type { CardDialogProps } from './CardDesk.tsx'
import { RichText } from './RichText.tsx'

/** Asks before words of a caucus lie on the table, and shows exactly what everybody will see there. */
export default function BringDialog({ card, onClose }: CardDialogProps) {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const session = useSession()
  const me = useMe()
  const { sides } = useProcess()
  const [, navigate] = useLocation()
  const side = sides.find(one => one.id === me.side) ?? null
  const { board } = session.opened
  const bring = () => {
    carry(session, card)
    navigate(`/board/${board.id}?as=${session.id}`)
  }
  return (
    <Dialog
      title={t('bring.title')}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" onPress={bring}>
            {t('bring.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('bring.seen')}</p>
      <article className={styles.seen} style={sideStyle(side)} aria-label={t('bring.preview')}>
        <p className={styles.tag}>
          <SideMark side={side} size={20} />
          <span>{me.name}</span>
          <span className={styles.kind}>{t(`kind.${card.kind}`)}</span>
        </p>
        {card.image !== undefined && (
          <img
            className={styles.picture}
            src={pictureAddress({ board: board.id, as: session.id }, card.image.id)}
            alt={card.alt ?? ''}
          />
        )}
        <RichText nodes={card.body} />
        {card.source !== undefined && <p className={styles.kind}>{card.source}</p>}
      </article>
      <p className={styles.note}>{t('bring.stays')}</p>
    </Dialog>
  )
}
