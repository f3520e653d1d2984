import type { MemberId, TeamId } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type Answer, useReply } from '../session/useReply.ts'
import { Loading } from '../ui/Loading.tsx'
import { Page } from '../ui/Page.tsx'
import { NotIn } from './NotIn.tsx'
import { Team } from './Team.tsx'
import { WaitingRoom } from './WaitingRoom.tsx'
import { WhoNow } from './WhoNow.tsx'

const LOOK_MS = 10_000
const WAIT_MS = 3_000
const WAIT_MOST_MS = 30_000

/** What one waits out on this page: a co-chair's yes. */
const WAITS: ReadonlySet<string> = new Set(['not_admitted', 'not_accepted'])

/** A team's page looks again now and then; who waits to be admitted looks often at first, then less and less. */
const pace = (answer: Answer<'team'>, round: number): number =>
  answer.state === 'failed' ? Math.min(WAIT_MS * 1.3 ** round, WAIT_MOST_MS) : LOOK_MS

/** A team: its boards, its people, its invitations; or what stands between this browser and them. */
export default function TeamPage({ teamId, as }: { teamId: TeamId; as: MemberId | undefined }) {
  const { t } = useTranslation('team')
  const [answer, reload] = useReply('team', { params: { id: teamId }, as }, pace)
  const entered = useEntrance(answer, as)

  switch (answer.state) {
    case 'loading':
      return (
        <Page title={t('jointTeam')}>
          <Loading />
        </Page>
      )
    case 'failed':
      switch (answer.error.code) {
        case 'not_admitted':
        case 'not_accepted':
          return <WaitingRoom teamId={teamId} as={as} />
        case 'which_member':
          return <WhoNow teamId={teamId} />
        default:
          return <NotIn error={answer.error} onRetry={reload} />
      }
    case 'ready':
      return entered ? <Team reply={answer.reply} stale={answer.stale} onChange={reload} /> : <Loading />
  }
}

/**
 * Puts the acting member into the address where it is not yet, and takes somebody who has just been admitted to the only
 * board, as joining itself does. True when this page is where they stay.
 */
const useEntrance = (answer: Answer<'team'>, as: MemberId | undefined): boolean => {
  const [, navigate] = useLocation()
  const waited = useRef(false)
  if (answer.state === 'failed' && WAITS.has(answer.error.code)) waited.current = true
  const place = answer.state === 'ready' ? placeFor(answer.reply, { waited: waited.current, as }) : null

  useEffect(() => {
    if (place !== null) navigate(place, { replace: true })
  }, [place, navigate])
  return place === null
}

const placeFor = (
  { team, you, boards }: Reply<'team'>,
  { waited, as }: { waited: boolean; as: MemberId | undefined },
): string | null => {
  const [only, ...more] = boards
  if (waited && only !== undefined && more.length === 0) return `/board/${only.id}?as=${you.id}`
  return as === undefined ? `/team/${team.id}?as=${you.id}` : null
}
