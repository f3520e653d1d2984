import { useTranslation } from 'react-i18next'
import { ProblemError } from '../session/api.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import styles from './ShutDoor.module.css'

/** Why a link lets nobody in, by the server's reason. What is not here is a mishap that trying again may mend. */
const SHUT = {
  invitation_expired: 'expired',
  invitation_revoked: 'revoked',
  invitation_used_up: 'usedUp',
  no_such: 'wrong',
  bad_request: 'wrong',
} as const
type ShutCode = keyof typeof SHUT

/** The reason for which this link is of no use any more, or null where asking again may help. */
export const shutBy = (error: unknown): (typeof SHUT)[ShutCode] | null => {
  if (!(error instanceof ProblemError)) return null
  const { code } = error
  return Object.hasOwn(SHUT, code) ? SHUT[code as ShutCode] : null
}

/** A link that does not open: why, whom to ask, and the way to one's own teams. */
export const ShutDoor = ({ error, onRetry }: { error: ProblemError; onRetry: () => void }) => {
  const { t } = useTranslation(['door', 'common'])
  const why = shutBy(error)
  return (
    <Page narrow title={t(why === null ? 'title' : why === 'wrong' ? 'shut.wrongTitle' : 'shut.title')}>
      {why === null ? (
        <>
          <p>{problemSentence(error)}</p>
          <div>
            <Button variant="primary" onPress={onRetry}>
              {t('common:tryAgain')}
            </Button>
          </div>
        </>
      ) : (
        <ShutWords why={why} />
      )}
    </Page>
  )
}

/** The same, with a title of its own, in the place of the form: for a link that shut while one was typing. */
export const ShutWords = ({ why, titled }: { why: (typeof SHUT)[ShutCode]; titled?: boolean }) => {
  const { t } = useTranslation(['door', 'common'])
  return (
    <div className={styles.words} role="status">
      {titled && <h2 className={styles.title}>{t('shut.title')}</h2>}
      <p>{t(`shut.${why}`)}</p>
      <p>{t('shut.ask')}</p>
      <p>{t('shut.continue')}</p>
      <div>
        <ButtonLink variant="primary" href="/">
          {t('common:toStart')}
        </ButtonLink>
      </div>
    </div>
  )
}
