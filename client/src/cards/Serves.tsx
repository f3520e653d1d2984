import { type CardView, type LinkView, linkMoves, linkStanding, mayUnlink } from '@jointly/board'
import { Check, Link, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBlock, useCard, useIsTable, useLinksFrom, useMe, useProcess, useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { authorOf, sideOf } from './author.ts'
import { useCardDesk } from './CardDesk.tsx'
import styles from './Foot.module.css'

/** The interests an option serves, each suggested or confirmed, and the way to connect one more. */
export const Serves = ({ card }: { card: CardView }) => {
  const { t } = useTranslation('cards')
  const desk = useCardDesk()
  const blocked = useBlock() !== null
  const links = useLinksFrom(card.id)
  return (
    <div className={styles.serves}>
      {links.length === 0 ? (
        <p className={styles.note}>{t('serves.none')}</p>
      ) : (
        <>
          <p className={styles.label}>{t('serves.title')}</p>
          <ul className={styles.links}>
            {links.map(link => (
              <Served key={link.id} link={link} option={card} />
            ))}
          </ul>
        </>
      )}
      {!blocked && (
        <span>
          <Button small variant="plain" onPress={() => desk.openConnect(card)}>
            <Link aria-hidden="true" />
            {t('serves.connect')}
          </Button>
        </span>
      )}
    </div>
  )
}

/** One connection. It counts for a side once that side says so; until then it is somebody's suggestion. */
const Served = ({ link, option }: { link: LinkView; option: CardView }) => {
  const { t } = useTranslation('cards')
  const session = useSession()
  const process = useProcess()
  const me = useMe()
  const blocked = useBlock() !== null
  const isTable = useIsTable()
  const interest = useCard(link.to)
  const { take, isPending } = useMove()
  const may = useMay()
  if (interest === undefined || interest.gone) return null

  const side = sideOf(process, interest.side)
  const ends = { from: option, to: interest }
  const { is } = linkStanding(link, ends, process)
  const { confirm, withdraw } = linkMoves(link, ends)
  const isMine = isTable && !blocked && side !== null && me.side === side.id
  const named = { side: side?.name ?? '', text: interest.text }
  const suggester = authorOf(link, process, me)
  return (
    <li className={styles.link} data-confirmed={is === 'confirmed'}>
      <SideMark side={side} size={18} />
      <span className={styles.linkWords}>{interest.text}</span>
      <span className={styles.linkState}>
        {is === 'confirmed' && (
          <span className={styles.confirmed}>
            <Check aria-hidden="true" />
            {t('serves.confirmed')}
          </span>
        )}
        {is === 'earlier' && <span>{t('serves.earlier')}</span>}
        {is === 'suggested' && (
          <span>
            {suggester.system || suggester.name === null
              ? t('serves.suggested')
              : t('serves.suggestedBy', { name: suggester.name })}
          </span>
        )}
        {isMine && may(confirm) && (
          <Button
            small
            isPending={isPending}
            aria-label={t(is === 'earlier' ? 'serves.confirmAgainNamed' : 'serves.confirmNamed', named)}
            onPress={() => take(confirm)}
          >
            {t(is === 'earlier' ? 'serves.confirmAgain' : 'serves.confirm')}
          </Button>
        )}
        {isMine && may(withdraw) && (
          <Button
            small
            variant="plain"
            isPending={isPending}
            aria-label={t('serves.withdrawNamed', named)}
            onPress={() => take(withdraw)}
          >
            {t('serves.withdraw')}
          </Button>
        )}
        {!blocked && mayUnlink(me, link) && (
          <IconButton
            small
            label={t('serves.remove', { text: interest.text })}
            onPress={() => session.edits.disconnect(link.id)}
          >
            <X aria-hidden="true" />
          </IconButton>
        )}
      </span>
    </li>
  )
}
