import { useTranslation } from 'react-i18next'
import { useReply } from '../session/useReply.ts'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { Already } from './Already.tsx'
import { InvitedTo } from './InvitedTo.tsx'
import { JoinForm } from './JoinForm.tsx'
import { ShutDoor } from './ShutDoor.tsx'

/**
 * Behind a link: what one is invited to and as whom, one field, one button. A return link asks for nothing: it brings
 * back somebody who is known.
 */
export default function DoorPage({ code }: { code: string }) {
  const { t } = useTranslation('door')
  const [answer, reload] = useReply('invitation', { params: { code } })

  switch (answer.state) {
    case 'loading':
      return (
        <Page narrow title={t('title')}>
          <Loading />
        </Page>
      )
    case 'failed':
      return <ShutDoor error={answer.error} onRetry={() => void reload()} />
    case 'ready': {
      const invitation = answer.reply
      return (
        <Page narrow title={t(invitation.kind === 'return' ? 'titleReturn' : 'title')}>
          <InvitedTo invitation={invitation} />
          {invitation.already.length > 0 && invitation.kind === 'join' ? (
            <Already code={code} invitation={invitation} />
          ) : (
            <JoinForm code={code} invitation={invitation} />
          )}
        </Page>
      )
    }
  }
}
