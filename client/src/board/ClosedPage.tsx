import type { BoardId, TeamId } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import type { Store } from '../session/store.ts'
import type { Unsent } from '../session/unsent.ts'
import { useReply } from '../session/useReply.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import styles from './ClosedPage.module.css'
import { type Closed, COMES_BY_ITSELF } from './closed.ts'
import { UnsentTray } from './UnsentTray.tsx'

export type ClosedPageProps = {
  why: Closed
  board: BoardId
  /** The team that the board is of, where this person still may know. */
  team?: TeamId
  onRetry: () => void
  /** What this person wrote that was not kept: never lost with the board. */
  unsent?: Store<readonly Unsent[]>
}

export const ClosedPage = ({ why, board, team, onRetry, unsent }: ClosedPageProps) => {
  const { t } = useTranslation('board')
  const { t: common } = useTranslation('common')
  if (why === 'which_member') return <WhichMember board={board} />
  const reloads = why === 'page_too_old' || why === 'refused_again'
  const waits = COMES_BY_ITSELF.has(why)
  return (
    <Page narrow title={t(`closed.title.${why}`)}>
      <p>{t(`closed.text.${why}`)}</p>
      <div className={styles.ways}>
        {reloads && (
          <Button variant="primary" onPress={() => location.reload()}>
            {t('closed.reload')}
          </Button>
        )}
        {waits && (
          <Button variant="primary" onPress={onRetry}>
            {t('closed.retry')}
          </Button>
        )}
        {why === 'no_caucus' && (
          <ButtonLink variant="primary" href={`/board/${board}${location.search}`}>
            {t('caucus.toTable')}
          </ButtonLink>
        )}
        {team === undefined ? (
          <ButtonLink href="/">{common('toStart')}</ButtonLink>
        ) : (
          <ButtonLink href={`/team/${team}`}>{t('closed.toTeam')}</ButtonLink>
        )}
      </div>
      {unsent !== undefined && <UnsentTray store={unsent} />}
    </Page>
  )
}

/** A browser that is several people in this team, at an address that does not say who of them comes. */
const WhichMember = ({ board }: { board: BoardId }) => {
  const { t } = useTranslation('board')
  const seat = useSeatWords()
  const [me] = useReply('me', {})
  const memberships = me.state === 'ready' ? me.reply.memberships : []
  return (
    <Page narrow title={t('closed.which')}>
      <ul className={styles.members}>
        {memberships.map(({ member, team }) => {
          const side = team.sides.find(one => one.id === member.side) ?? null
          return (
            <li key={member.id}>
              <ButtonLink href={`/board/${board}?as=${member.id}${location.hash}`}>
                {member.name} · {seat(member.role, side)} · {team.name}
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
