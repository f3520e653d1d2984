import type { Side } from '@jointly/board'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, ProblemError } from '../session/api.ts'
import { useSession } from '../session/hooks.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** Nothing at the table tells that a guest was asked in, so that nobody else learns it: the guest's page asks for itself. */
const ASK_MS = 4_000

/** For a guest whose side is in caucus: the way in, once they are asked, with what it means before they go. */
export default function AskedIn({ side }: { side: Side }) {
  const { t } = useTranslation('caucus')
  const { t: common } = useTranslation('common')
  const { opened, id } = useSession()
  const host = useHost()
  const [isReading, setReading] = useState(false)
  if (host === null) return null
  return (
    <>
      <span role="status" className="unseen">
        {t('asked.said', { side: side.name })}
      </span>
      <Button small onPress={() => setReading(true)}>
        {t('asked.open')}
      </Button>
      {isReading && (
        <Dialog
          title={t('asked.title', { side: side.name })}
          onClose={() => setReading(false)}
          actions={
            <>
              <Button onPress={() => setReading(false)}>{common('cancel')}</Button>
              <ButtonLink variant="primary" href={`/board/${opened.board.id}/caucus?as=${id}`}>
                {t('asked.enter')}
              </ButtonLink>
            </>
          }
        >
          <p>{t('asked.means')}</p>
          <p>{t('asked.ends', { host })}</p>
        </Dialog>
      )}
    </>
  )
}

/** On whose server the caucus lies, once this guest may be in it; null before. */
const useHost = (): string | null => {
  const { opened, id } = useSession()
  const [host, setHost] = useState<string | null>(null)
  useEffect(() => {
    const look = () =>
      call('caucusInvitation', { params: { id: opened.board.id }, as: id }).then(
        answer => setHost(answer.host),
        // Without an answer what was known holds: the door says no itself.
        (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error
        },
      )
    void look()
    const again = setInterval(look, ASK_MS)
    return () => clearInterval(again)
  }, [opened, id])
  return host
}
