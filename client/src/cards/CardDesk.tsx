import type { CardId, CardView } from '@jointly/board'
import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../i18n/language.ts'
import { useBlock, useCard, useMe, useReadable, useSession } from '../session/hooks.ts'
import { notify } from '../ui/notices.ts'
import { onDemand } from '../ui/onDemand.tsx'
import { whenIdle } from '../ui/whenIdle.ts'
import type { CardDesk } from './actions.ts'
import type { CardMenuAt } from './CardMenu.tsx'
import { copyCardLink } from './cardLink.ts'
import { talk } from './comments/talk.ts'
import { excerpt } from './excerpt.ts'

const CardMenu = lazy(async () => ({ default: (await import('./CardMenu.tsx')).CardMenu }))
const LinkShown = lazy(async () => ({ default: (await import('./LinkShown.tsx')).LinkShown }))
const CommentsPanel = onDemand(async () => ({
  default: (await withWords('comments', import('./comments/CommentsPanel.tsx'))).CommentsPanel,
}))
const ConnectDialog = lazy(() => import('./ConnectDialog.tsx'))
const PictureShown = lazy(() => import('./PictureShown.tsx'))
const AltDialog = lazy(() => import('./AltDialog.tsx'))
const BringDialog = lazy(() => import('./BringDialog.tsx'))
const SourceDialog = lazy(() => import('./SourceDialog.tsx'))
const AnchorDialog = lazy(() => import('./AnchorDialog.tsx'))

type Desk = CardDesk & { readonly openMenu: (at: CardMenuAt) => void }

const DeskContext = createContext<Desk | null>(null)

export const useCardDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a card lies outside its desk')
  return desk
}

/** What opens about one card. */
const CARD_DIALOGS = {
  connect: ConnectDialog,
  source: SourceDialog,
  anchor: AnchorDialog,
  picture: PictureShown,
  alt: AltDialog,
  bring: BringDialog,
}
type CardDialogId = keyof typeof CARD_DIALOGS

type Open =
  | { readonly is: CardDialogId; readonly card: CardId }
  | { readonly is: 'menu'; readonly at: CardMenuAt }
  | { readonly is: 'link'; readonly url: string }

/**
 * What all cards of a screen share: their one menu and their dialogs. Two thousand cards with a menu each would be two
 * thousand menus; a card has a plain button and asks the desk.
 */
export const CardDeskProvider = ({ children }: { children: React.ReactNode }) => {
  const { t } = useTranslation('cards')
  const session = useSession()
  const me = useMe()
  const blocked = useBlock() !== null
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const talking = useReadable(talk)
  // So that the letter after C is already in the comment.
  useEffect(() => whenIdle(CommentsPanel.fetch), [])

  const desk = useMemo(
    (): Desk => ({
      session,
      me,
      blocked,
      startWording: (card, at) => session.startWording({ id: card.id, at }),
      openConnect: card => setOpen({ is: 'connect', card: card.id }),
      openSource: card => setOpen({ is: 'source', card: card.id }),
      openAnchor: card => setOpen({ is: 'anchor', card: card.id }),
      openPicture: card => setOpen({ is: 'picture', card: card.id }),
      openAlt: card => setOpen({ is: 'alt', card: card.id }),
      openBring: card => setOpen({ is: 'bring', card: card.id }),
      openMenu: at => setOpen({ is: 'menu', at }),
      showLink: card =>
        void copyCardLink(session.place.document, card.id).then(({ url, copied }) =>
          copied ? notify(t('linkCopied'), { kind: 'good' }) : setOpen({ is: 'link', url }),
        ),
      say: (done, card) => {
        const text = excerpt(card.text)
        if (done === 'duplicated') notify(t('duplicated'))
        else if (done === 'bringBack') notify(t('cameBack', { text }))
        else
          notify(t('gonePutAway', { text }), {
            action: { label: t('bringBack'), onAction: () => session.edits.bringBack(card.id) },
          })
      },
    }),
    [session, me, blocked, t],
  )

  return (
    <DeskContext value={desk}>
      {children}
      <Suspense>
        {open?.is === 'menu' && <CardMenu at={open.at} desk={desk} onClose={close} />}
        {open?.is === 'link' && <LinkShown url={open.url} onClose={close} />}
        {talking !== null && <CommentsPanel of={talking} />}
        {open !== null && 'card' in open && <OfCard id={open.card} dialog={CARD_DIALOGS[open.is]} onClose={close} />}
      </Suspense>
    </DeskContext>
  )
}

export type CardDialogProps = { card: CardView; onClose: () => void }

/** A dialog about a card as it is now; it goes when the card does. */
const OfCard = (of: { id: CardId; dialog: React.ComponentType<CardDialogProps>; onClose: () => void }) => {
  const card = useCard(of.id)
  const Dialog = of.dialog
  return card === undefined ? null : <Dialog card={card} onClose={of.onClose} />
}
