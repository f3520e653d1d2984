import { type PulseAnswer, type PulseStep, type Round, stepsOf } from '@jointly/board'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handInWords, Sealing } from '../rounds/Sealing.tsx'
import { useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type PulseDraft, pulseDrafts } from './drafts.ts'
import styles from './Pulse.module.css'

/** Five steps by finger, by arrows or by the keys 1 to 5; Enter hands in. */
export const PulseAnswering = ({ round, mine }: { round: Round; mine: PulseAnswer | null }) => {
  const { t } = useTranslation(['pulse', 'rounds'])
  const session = useSession()
  const { take, isPending } = useMove()
  const group = useId()
  const steps = stepsOf(round.scale)
  const kept = pulseDrafts.of(round.id, session.id)
  const [draft, setDraft] = useState<PulseDraft>(() => kept ?? { step: mine?.step ?? null, why: mine?.why ?? '' })
  const [handedIn, setHandedIn] = useState(mine !== null && kept === undefined)
  const { step, why } = draft
  const change = (part: Partial<PulseDraft>) => {
    const next = { ...draft, ...part }
    pulseDrafts.keep(round.id, session.id, next)
    setDraft(next)
    setHandedIn(false)
  }
  const onKeyDown = ({ key, currentTarget }: React.KeyboardEvent<HTMLInputElement>) => {
    const chosen = steps[Number(key) - 1]
    if (chosen === undefined) return
    change({ step: chosen })
    currentTarget.closest('fieldset')?.querySelectorAll('input')[Number(key) - 1]?.focus()
  }
  const handIn = async () => {
    if (step === null || handedIn) return
    const words = why.trim()
    const answer = { step, ...(words !== '' && { why: words }) }
    if (!(await take({ type: 'round.submit', round: round.id, answer }))) return
    pulseDrafts.drop(round.id, session.id)
    setHandedIn(true)
  }
  return (
    <form
      className={styles.answering}
      onSubmit={event => {
        event.preventDefault()
        void handIn()
      }}
    >
      <fieldset className={styles.steps}>
        <legend className="unseen">{t(`question.${round.scale as 'doing'}`)}</legend>
        {steps.map((id: PulseStep, i) => (
          <label key={id} className={styles.step}>
            <input
              type="radio"
              name={group}
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to answer this
              autoFocus={step === null ? i === 0 : step === id}
              checked={step === id}
              onChange={() => change({ step: id })}
              onKeyDown={onKeyDown}
            />
            <span className={styles.key} aria-hidden="true">
              {i + 1}
            </span>
            <span>{t(`step.${id}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.keys}>{t('answer.keys')}</p>
      {step !== null && round.anonymity !== 'none' && (
        <TextField
          label={t('answer.why')}
          description={t('answer.whyMore')}
          value={why}
          onChange={words => change({ why: words })}
          maxLength={200}
        />
      )}
      <Sealing round={round} handedIn={handedIn} />
      {step !== null && !handedIn && (
        <div>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t(handInWords(mine, true))}
          </Button>
        </div>
      )}
    </form>
  )
}
