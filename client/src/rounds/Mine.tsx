import { type Answer, ROLES, type Round, type RoundResult, type Side } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
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
  const side = useMySide()
  if (side === undefined) return <p className={styles.note}>{t('answer.notYours')}</p>
  return (
    // Of another side everything is another: whoever moves to it begins anew.
    <Told key={side.id} round={round}>
      {({ mine }) => (
        <Moved round={round} side={side}>
          {children(mine)}
        </Moved>
      )}
    </Told>
  )
}

/** Whoever answered for another side is told what becomes of that, above what they answer for the one that they are on now. */
const Moved = ({ round, side, children }: { round: Round; side: Side; children: React.ReactNode }) => {
  const { t } = useTranslation('rounds')
  const { sides } = useProcess()
  const me = useMe()
  const of = round.answered.get(me.id)
  return (
    <div className={styles.mine}>
      {of !== undefined && of !== side.id && (
        <Banner>{t('answer.moved', { side: sides.find(({ id }) => id === of)?.name ?? '' })}</Banner>
      )}
      {children}
    </div>
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
        <Told key={side.id} round={round}>
          {({ own }) => (own === null ? null : children(own, side))}
        </Told>
      )}
    </>
  )
}

/**
 * What the server tells me alone. Until it is here nothing stands in its place: an empty form would say that I have not
 * answered, and what is handed in takes the place of all that was handed in before.
 */
const Told = ({ round, children }: { round: Round; children: (told: Reply<'round'>) => React.ReactNode }) => {
  const { t } = useTranslation(['rounds', 'common'])
  const [answer, reload] = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  if (answer.state === 'ready') return children(answer.reply)
  return (
    <Banner kind="bad" action={<Button onPress={reload}>{t('common:tryAgain')}</Button>}>
      {t(round.state.is === 'open' ? 'answer.unfetched' : 'closed.unfetched')} {problemSentence(answer.error)}
    </Banner>
  )
}
