import type { Reply } from '@jointly/protocol'
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetAllBut } from '../session/forget.ts'
import { useReply } from '../session/useReply.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { CreateTeamDialog } from './CreateTeamDialog.tsx'
import { Memberships } from './Memberships.tsx'
import { SignOut } from './SignOut.tsx'
import { Welcome } from './Welcome.tsx'

/** Where one starts: the teams that this browser is somebody in, or, for a newcomer, what this is and how to begin. */
export default function HomePage() {
  const { t } = useTranslation(['home', 'common'])
  const [answer, reload] = useReply('me', {})

  if (answer.state === 'loading')
    return (
      <Page title={t('common:appName')}>
        <Loading />
      </Page>
    )
  if (answer.state === 'failed')
    return (
      <Page narrow title={t('common:appName')}>
        <Banner kind="bad" action={<Button onPress={reload}>{t('common:tryAgain')}</Button>}>
          {problemSentence(answer.error)}
        </Banner>
      </Page>
    )
  return <Start me={answer.reply} onChange={reload} />
}

const Start = ({ me, onChange }: { me: Reply<'me'>; onChange: () => Promise<void> }) => {
  const { t } = useTranslation('home')
  const [creating, setCreating] = useState(false)
  useEffect(() => {
    void forgetAllBut(new Set(me.memberships.map(({ member }) => member.id)))
  }, [me])
  const known = me.memberships.length > 0
  const start = me.openSignup && (
    <Button variant={known ? 'quiet' : 'primary'} onPress={() => setCreating(true)}>
      {known && <Plus aria-hidden="true" />}
      {t(known ? 'startAnother' : 'start')}
    </Button>
  )
  return (
    <>
      {known ? (
        <Page title={t('title')} actions={start || undefined}>
          <Memberships memberships={me.memberships} />
          {!me.openSignup && <Banner>{t('closed', { host: location.host })}</Banner>}
          <SignOut onDone={onChange} />
        </Page>
      ) : (
        <Page narrow title={t('welcome')}>
          <Welcome start={start || <Banner>{t('closed', { host: location.host })}</Banner>} />
        </Page>
      )}
      {creating && <CreateTeamDialog onClose={() => setCreating(false)} />}
    </>
  )
}
