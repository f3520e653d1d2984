import type { Member } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { useReply } from '../session/useReply.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { InvitationForm } from './InvitationForm.tsx'
import { OpenInvitations } from './OpenInvitations.tsx'

export type InviteDialogProps = { team: Team; you: Member; onClose: () => void }

/** Links into the team: making one, and those that are still open. Also used on the board's page. */
export const InviteDialog = ({ team, you, onClose }: InviteDialogProps) => {
  const { t } = useTranslation(['team', 'common'])
  // Whom a link lets in at once depends on who is there now, which the caller's copy may not know.
  const [here, lookAgain] = useReply('team', { params: { id: team.id }, as: you.id })
  const [open, reloadOpen] = useReply('invitations', { params: { id: team.id }, as: you.id })
  return (
    <Dialog wide title={t('invitation.title')} onClose={onClose}>
      {here.state === 'loading' && <Loading />}
      {here.state === 'failed' && (
        <Banner kind="bad" action={<Button onPress={lookAgain}>{t('common:tryAgain')}</Button>}>
          {problemSentence(here.error)}
        </Banner>
      )}
      {here.state === 'ready' && (
        <>
          <InvitationForm here={here.reply} onMade={reloadOpen} />
          {open.state === 'ready' && (
            <OpenInvitations here={here.reply} invitations={open.reply.invitations} onChange={reloadOpen} />
          )}
        </>
      )}
    </Dialog>
  )
}
