import { ROLES, type Round, stepsOf } from '@jointly/board'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Answered, CancelButton } from '../rounds/Answered.tsx'
import { NotHandedIn } from '../rounds/NotHandedIn.tsx'
import { ReleaseButton } from '../rounds/Release.tsx'
import { RoundClock } from '../rounds/RoundClock.tsx'
import { useRoundReply } from '../rounds/useRoundReply.ts'
import { Waiting } from '../rounds/Waiting.tsx'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useFocusKept } from '../ui/useFocusKept.ts'
import { BySide } from './BySide.tsx'
import { pulseDrafts } from './drafts.ts'
import styles from './Pulse.module.css'
import { PulseAnswering } from './PulseAnswering.tsx'

/** One pulse, wherever it stands: answering, one's own side's result, the joint one. */
export const PulseDialog = ({ round, onClose }: { round: Round; onClose: () => void }) => {
  const { t } = useTranslation('pulse')
  const { state } = round
  // Whatever one has pressed goes with the state that it belonged to, and the keyboard stays in the dialog.
  const content = useRef<HTMLDivElement>(null)
  useFocusKept(content)
  return (
    <Dialog title={t(`question.${round.scale as 'doing'}`)} wide onClose={onClose}>
      <div ref={content} className={styles.dialog} tabIndex={-1}>
        {state.is !== 'open' && <Unsent round={round} />}
        {state.is === 'open' && <Open round={round} />}
        {state.is === 'closed' && <Closed round={round} />}
        {state.is === 'released' && (
          // A round's result is of the round's own kind.
          <BySide round={round} result={'steps' in state.result ? state.result : NOTHING} />
        )}
        {state.is === 'released' && <p className={styles.note}>{t('result.talk')}</p>}
      </div>
    </Dialog>
  )
}

const NOTHING = { sides: {}, steps: {}, reasons: {} }

const Open = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds')
  const me = useMe()
  const isAsked = ROLES[me.role].counted && me.side !== null
  return (
    <>
      <RoundClock round={round} />
      {isAsked ? <Mine round={round} /> : <p className={styles.note}>{t('answer.notYours')}</p>}
      <Answered round={round} />
    </>
  )
}

const Mine = ({ round }: { round: Round }) => {
  const answer = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  const mine = answer.state === 'ready' ? answer.reply.mine : null
  return <PulseAnswering round={round} mine={mine !== null && 'step' in mine ? mine : null} />
}

const Closed = ({ round }: { round: Round }) => {
  const me = useMe()
  const { sides } = useProcess()
  const mine = sides.find(({ id }) => id === me.side)
  return (
    <>
      <Waiting round={round} mine={mine} />
      {mine !== undefined && ROLES[me.role].counted && <Own round={round} />}
      <div className={styles.row}>
        <ReleaseButton round={round} />
        <CancelButton round={round} />
      </div>
    </>
  )
}

const Own = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds')
  const answer = useRoundReply(round)
  if (answer.state === 'loading') return <Loading />
  const own = answer.state === 'ready' ? answer.reply.own : null
  if (own === null || !('steps' in own)) return null
  return (
    <section className={styles.own} aria-label={t('closed.title')}>
      <h3 className={styles.sideName}>{t('closed.title')}</h3>
      <p className={styles.note}>{t('closed.alone')}</p>
      <BySide round={round} result={own} />
    </section>
  )
}

/** What I had chosen when it ended, and not handed in. */
const Unsent = ({ round }: { round: Round }) => {
  const { t } = useTranslation('pulse')
  const { id: me } = useSession()
  const [, setPutAway] = useState(0)
  const draft = pulseDrafts.of(round.id, me)
  if (draft === undefined || draft.step === null || !stepsOf(round.scale).includes(draft.step)) return null
  const lines = [t(`step.${draft.step}`), draft.why.trim()].filter(line => line !== '')
  const putAway = () => {
    pulseDrafts.drop(round.id, me)
    setPutAway(count => count + 1)
  }
  return <NotHandedIn round={round} lines={lines} onPutAway={putAway} />
}
