import { useTranslation } from 'react-i18next'
import type { ProblemError } from '../session/api.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import styles from './WaitingRoom.module.css'

/** Refusals that trying again does not mend, and what to do about each. */
const WAYS = { sign_in: 'out.signIn', not_yours: 'out.notYours', no_such: 'out.noSuch' } as const
type Refused = keyof typeof WAYS
const wayOf = (code: string) => (Object.hasOwn(WAYS, code) ? WAYS[code as Refused] : null)

/** Why a team does not open, and the ways out. */
export const NotIn = ({ error, onRetry }: { error: ProblemError; onRetry: () => Promise<void> }) => {
  const { t } = useTranslation(['team', 'common'])
  const way = wayOf(error.code)
  return (
    <Page narrow title={t(way === null ? 'jointTeam' : 'out.title')}>
      <div className={styles.room}>
        <p>{way === null ? problemSentence(error) : t(way)}</p>
        {way !== null && <p>{t('out.otherwise')}</p>}
        <div>
          {way === null ? (
            <Button variant="primary" onPress={onRetry}>
              {t('common:tryAgain')}
            </Button>
          ) : (
            <ButtonLink variant="primary" href="/">
              {t('common:toStart')}
            </ButtonLink>
          )}
        </div>
      </div>
    </Page>
  )
}
