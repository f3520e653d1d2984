import { type Answer, ROLES, type Round, type RoundResult, type Side } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { Loading } from '../ui/Loading.tsx'
import styles from './Rounds.module.css'
import { useRoundReply } from './useRoundReply.ts'
import { Waiting } from './Waiting.tsx'

/** My side, where I am among those whose answers are counted. */
const useMySide = (): Side | undefined => {
  const me = useMe()
  const { sides } = useProcess()
  return ROLES[me.role].counted ? sides.find(({ id }) => id === me.side) : undefined
}

/** What I answer in. An earlier answer comes first: it lies sealed on the server, and nobody else is told it. */
export const MyAnswer = ({ round, children }: { round: Round; children: (mine: Answer | null) => React.ReactNode }) => {
  const { t } = useTranslation('rounds')
  return useMySide() === undefined ? (
    <p className={styles.note}>{t('answer.notYours')}</p>
  ) : (
    <Told round={round}>{told => children(told?.mine ?? null)}</Told>
  )
}

/** Nobody answers any more: what the joint result still waits for, and my own side's, which the others are not told. */
export const MySide = ({
  round,
  children,
}: {
  round: Round
  children: (own: RoundResult, side: Side) => React.ReactNode
}) => {
  const { sides } = useProcess()
  const me = useMe()
  const side = useMySide()
  return (
    <>
      <Waiting round={round} mine={sides.find(({ id }) => id === me.side)} />
      {side !== undefined && (
        <Told round={round}>{told => (told === null || told.own === null ? null : children(told.own, side))}</Told>
      )}
    </>
  )
}

/** What the server tells me alone, once it is here; null where it could not be asked. */
const Told = ({ round, children }: { round: Round; children: (told: Reply<'round'> | null) => React.ReactNode }) => {
  const answer = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  return children(answer.state === 'ready' ? answer.reply : null)
}
