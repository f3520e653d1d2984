import type { CardId } from '@jointly/board'
import {
  ArchiveRestore,
  Captions,
  Copy,
  DoorOpen,
  Eraser,
  Link,
  Link2,
  type LucideIcon,
  MapPin,
  MapPinOff,
  Maximize2,
  MessageSquare,
  Package,
  PenLine,
  Quote,
  Ruler,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCard } from '../session/hooks.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import { keysLabel } from '../ui/keys.ts'
import { MenuItem } from '../ui/Menu.tsx'
import { whenDrawn } from '../ui/whenDrawn.ts'
import { actionsFor, type CardActionId, type CardDesk } from './actions.ts'
import { keepPlace } from './keepPlace.ts'

export type CardMenuAt = {
  readonly card: CardId
  /** In which of the places that show this card. */
  readonly at: string
  readonly element: Element
  readonly point?: { readonly x: number; readonly y: number }
}

export const ACTION_ICONS = {
  edit: PenLine,
  comment: MessageSquare,
  connect: Link,
  setCurrent: MapPin,
  unsetCurrent: MapPinOff,
  addSource: Quote,
  editSource: Quote,
  addAnchor: Ruler,
  editAnchor: Ruler,
  openPicture: Maximize2,
  editAlt: Captions,
  bringToTable: DoorOpen,
  duplicate: Copy,
  copyLink: Link2,
  putAway: Package,
  bringBack: ArchiveRestore,
  proposeErasing: Eraser,
} as const satisfies Record<CardActionId, LucideIcon>

/** The one menu of all cards: what this person may do to this card now. */
export const CardMenu = ({ at, desk, onClose }: { at: CardMenuAt; desk: CardDesk; onClose: () => void }) => {
  const { t } = useTranslation('cards')
  const card = useCard(at.card)
  if (card === undefined) return null
  return (
    <ContextMenu label={t('menu')} element={at.element} point={at.point} onClose={onClose}>
      {actionsFor(card, desk).map(({ id, keys, run }) => {
        const Icon = ACTION_ICONS[id]
        return (
          <MenuItem
            key={id}
            label={t(id)}
            icon={<Icon aria-hidden="true" />}
            {...(keys !== undefined && { hint: keysLabel(keys) })}
            onAction={() => {
              onClose()
              const goOn = keepPlace(at.element)
              whenDrawn(() => {
                run(card, desk, at.at)
                goOn()
              })
            }}
          />
        )
      })}
    </ContextMenu>
  )
}
