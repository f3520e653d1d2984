import { type LinkView, linkMoves, linkStanding, mayUnlink } from '@jointly/board'
import { Check, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { excerpt } from '../cards/excerpt.ts'
import { useBlock, useBoard, useIsTable, useMe, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { useSurface } from './surfaceContext.ts'
import styles from './Whiteboard.module.css'

/** What is to be said, and done, about the connector that is selected. */
export const LinkBar = () => {
  const chosen = useReadable(useSurface().link)
  const view = useBoard()
  const link = chosen === null ? undefined : view.link(chosen)
  return link === undefined ? null : <Bar link={link} />
}

const Bar = ({ link }: { link: LinkView }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const session = useSession()
  const process = useProcess()
  const me = useMe()
  const isBlocked = useBlock() !== null
  const isTable = useIsTable()
  const { take, isPending } = useMove()
  const may = useMay()
  const [from, to] = [surface.card(link.from), surface.card(link.to)]
  if (from === undefined || to === undefined) return null
  const { is } = linkStanding(link, { from, to }, process)
  const { confirm, withdraw } = linkMoves(link, { from, to })
  const isMine = isTable && !isBlocked && link.kind === 'serves' && me.side === to.side && me.side !== null
  const words = { from: excerpt(from.text, 44), to: excerpt(to.text, 44) }
  return (
    <fieldset className={styles.linkBar} data-over aria-label={t('link.label')}>
      <p>
        {t(`link.${link.kind}`, words)}{' '}
        {link.kind === 'serves' && <span className={styles.soft}>{t(`link.${is}`)}</span>}
      </p>
      {isMine && may(confirm) && (
        <Button small isPending={isPending} onPress={() => take(confirm)}>
          <Check aria-hidden="true" />
          {t(is === 'earlier' ? 'link.confirmAgain' : 'link.confirm')}
        </Button>
      )}
      {isMine && may(withdraw) && (
        <Button small isPending={isPending} onPress={() => take(withdraw)}>
          {t('link.withdraw')}
        </Button>
      )}
      {!isBlocked && mayUnlink(me, link) && (
        <Button
          small
          onPress={() => {
            session.edits.disconnect(link.id)
            surface.link.set(null)
          }}
        >
          <Trash2 aria-hidden="true" />
          {t('link.remove')}
        </Button>
      )}
    </fieldset>
  )
}
