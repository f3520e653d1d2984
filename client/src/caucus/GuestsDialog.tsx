import { type Member, mayBeInvited, present, type Side } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { useGuests } from '../session/guests.ts'
import { useProcess, useSession } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Switch } from '../ui/Switch.tsx'
import { useRequest } from '../ui/useRequest.ts'

/** Whom the side asks into its caucus, until it ends. */
export const GuestsDialog = ({ side, onClose }: { side: Side; onClose: () => void }) => {
  const { t } = useTranslation('caucus')
  const { members } = useProcess()
  const guests = present(members.values()).filter(one => mayBeInvited(one, side.id))
  return (
    <Dialog title={t('guests.title')} onClose={onClose}>
      <p>{t(guests.length === 0 ? 'guests.none' : 'guests.means')}</p>
      {guests.map(guest => (
        <GuestSwitch key={guest.id} side={side} guest={guest} />
      ))}
    </Dialog>
  )
}

const GuestSwitch = ({ side, guest }: { side: Side; guest: Member }) => {
  const { opened, id } = useSession()
  const isIn = useGuests().includes(guest.id)
  const at = { params: { id: opened.board.id, side: side.id, mid: guest.id }, as: id }
  const [change] = useRequest(() => call(isIn ? 'sendOutOfCaucus' : 'inviteToCaucus', at))
  return <Switch label={guest.name} isSelected={isIn} onChange={() => void change()} />
}
