import type { CardView } from '@jointly/board'
import { ImageOff, Maximize2 } from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { pictureAddress } from '../session/pictures.ts'
import { useCardDesk } from './CardDesk.tsx'
import styles from './CardPicture.module.css'

/** The picture of a card, if it has one: fetched when it comes near, with its room kept until then. */
export const CardPicture = ({ card }: { card: CardView }) =>
  card.image === undefined ? null : <Picture card={card} image={card.image} />

const Picture = memo(({ card, image }: { card: CardView; image: NonNullable<CardView['image']> }) => {
  const { t } = useTranslation('cards')
  const { opened, id } = useSession()
  const desk = useCardDesk()
  const [isLost, setLost] = useState(false)
  return (
    <figure className={styles.picture} style={{ aspectRatio: `${image.w} / ${image.h}` }}>
      {isLost ? (
        <p className={styles.lost}>
          <ImageOff aria-hidden="true" />
          {t('picture.lost')}
        </p>
      ) : (
        <>
          <img
            src={pictureAddress({ board: opened.board.id, as: id }, image.id)}
            width={image.w}
            height={image.h}
            alt={card.alt ?? ''}
            loading="lazy"
            decoding="async"
            draggable={false}
            onError={() => setLost(true)}
          />
          <button
            type="button"
            className={styles.large}
            aria-label={t('picture.large')}
            onClick={() => desk.openPicture(card)}
          >
            <Maximize2 aria-hidden="true" />
          </button>
        </>
      )}
    </figure>
  )
})
