import type { Member } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { useOnce } from '../ui/useOnce.ts'
import styles from './Already.module.css'
import type { InvitationReply } from './InvitedTo.tsx'
import { JoinForm } from './JoinForm.tsx'
import { placeOf } from './placeOf.ts'

/**
 * For a browser that is somebody in this team already: it goes on as that person first. To join as somebody else is the
 * second thing, for a machine that two people share.
 */
export const Already = ({ code, invitation }: { code: string; invitation: InvitationReply }) => {
  const { t } = useTranslation('door')
  const [somebodyElse, setSomebodyElse] = useState(false)
  if (somebodyElse) return <JoinForm code={code} invitation={invitation} />
  return (
    <div className={styles.already}>
      <p>{t(invitation.already.length > 1 ? 'alreadySeveral' : 'already')}</p>
      {invitation.already.map((member, i) => (
        <ContinueAs key={member.id} member={member} primary={i === 0} />
      ))}
      <Button variant="plain" onPress={() => setSomebodyElse(true)}>
        {t('somebodyElse')}
      </Button>
    </div>
  )
}

const ContinueAs = ({ member, primary }: { member: Member; primary: boolean }) => {
  const { t } = useTranslation('door')
  const [, navigate] = useLocation()
  const [failed, setFailed] = useState<string | null>(null)
  const [go, going] = useOnce(async () => {
    setFailed(null)
    try {
      navigate(await placeOf(member.id), { replace: true })
    } catch (error) {
      setFailed(problemSentence(error))
    }
  })
  return (
    <>
      <Button variant={primary ? 'primary' : 'quiet'} wide autoFocus={primary} isPending={going} onPress={go}>
        {t('continueAs', { name: member.name })}
      </Button>
      {failed !== null && <Banner kind="bad">{failed}</Banner>}
    </>
  )
}
