import { actRefusal, circumstances } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { layBrought, takeCarried } from '../session/carried.ts'
import { serverNow } from '../session/clock.ts'
import { useReadable, useSession } from '../session/hooks.ts'
import { notify } from '../ui/notices.ts'

/** Whoever comes from the caucus with a card puts it on the table, sees it there, and can take it back. */
export const useBrought = (): void => {
  const { t } = useTranslation('board')
  const { t: refusals } = useTranslation('refusals')
  const session = useSession()
  const isOpen = useReadable(session.status).is === 'open'
  const takeBack = useRef(() => {})
  // Its undo is of this table: away from it there is nothing that it could take back.
  useEffect(() => () => takeBack.current(), [])
  useEffect(() => {
    if (!isOpen || session.place.document.kind !== 'joint') return
    const card = takeCarried(session)
    if (card === null) return
    const refused = actRefusal(
      session.me,
      { act: 'make card', kind: card.kind },
      circumstances(session.process.get(), serverNow()),
    )
    if (refused !== null)
      return void notify(`${t('caucus.notBrought')} ${refusals(`copy.${refused}`)}`, { kind: 'bad' })
    void layBrought(session, card).then(({ id, pictureLost }) => {
      if (id === null) return void notify(t('caucus.notBrought'), { kind: 'bad' })
      if (pictureLost) notify(t('caucus.withoutPicture'), { kind: 'bad' })
      location.replace(`#card=${id}`)
      takeBack.current = notify(t('caucus.brought'), {
        kind: 'good',
        action: { label: t('undo'), onAction: () => void session.undo() },
      })
    })
  }, [session, isOpen, t, refusals])
}
