import { type LinkView, linkStanding, mayUnlink } from '@jointly/board'
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
  const { confirmed } = linkStanding(link, to, process)
  const move = { type: 'link.confirm', link: link.id } as const
  const canConfirm =
    isTable && !isBlocked && link.kind === 'serves' && me.side === to.side && me.side !== null && may(move)
  const words = { from: excerpt(from.text, 44), to: excerpt(to.text, 44) }
  return (
    <fieldset className={styles.linkBar} data-over aria-label={t('link.label')}>
      <p>
        {t(`link.${link.kind}`, words)}{' '}
        {link.kind === 'serves' && (
          <span className={styles.soft}>{t(confirmed ? 'link.confirmed' : 'link.suggested')}</span>
        )}
      </p>
      {canConfirm && (
        <Button small isPending={isPending} onPress={() => take(move)}>
          <Check aria-hidden="true" />
          {t('link.confirm')}
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
