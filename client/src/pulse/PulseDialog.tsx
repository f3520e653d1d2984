import { type PulseResult, type Round, stepsOf } from '@jointly/board'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Answered, CancelButton } from '../rounds/Answered.tsx'
import { MyAnswer, MySide } from '../rounds/Mine.tsx'
import { NotHandedIn } from '../rounds/NotHandedIn.tsx'
import { ReleaseButtons } from '../rounds/Release.tsx'
import { RoundClock } from '../rounds/RoundClock.tsx'
import { useSession } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
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

const Open = ({ round }: { round: Round }) => (
  <>
    <RoundClock round={round} />
    <MyAnswer round={round}>
      {mine => <PulseAnswering round={round} mine={mine !== null && 'step' in mine ? mine : null} />}
    </MyAnswer>
    <Answered round={round} />
  </>
)

const Closed = ({ round }: { round: Round }) => (
  <>
    <MySide round={round}>{own => 'steps' in own && <Own round={round} own={own} />}</MySide>
    <div className={styles.row}>
      <ReleaseButtons round={round} />
      <CancelButton round={round} />
    </div>
  </>
)

const Own = ({ round, own }: { round: Round; own: PulseResult }) => {
  const { t } = useTranslation('rounds')
  return (
    <section className={styles.own} aria-label={t('closed.title')}>
      <h3 className={styles.ownTitle}>{t('closed.title')}</h3>
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
