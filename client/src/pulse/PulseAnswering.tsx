import { type PulseAnswer, type PulseStep, type Round, stepNumber, stepsOf } from '@jointly/board'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { handInWords, Sealing } from '../rounds/Sealing.tsx'
import { useDraft } from '../rounds/useDraft.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type PulseDraft, pulseDrafts } from './drafts.ts'
import styles from './Pulse.module.css'

const draftOf = (mine: PulseAnswer | null): PulseDraft => ({ step: mine?.step ?? null, why: mine?.why ?? '' })

/** Five steps by finger, by arrows or by the keys 1 to 5, the numbers of the result; Enter hands in. */
export const PulseAnswering = ({ round, mine }: { round: Round; mine: PulseAnswer | null }) => {
  const { t } = useTranslation(['pulse', 'rounds'])
  const answering = useDraft({ round, mine, drafts: pulseDrafts, draftOf })
  const { draft, handedIn, isPending } = answering
  const group = useId()
  const steps = stepsOf(round.scale)
  const { step, why } = draft
  const change = (part: Partial<PulseDraft>) => answering.change({ ...draft, ...part })
  const onKeyDown = ({ key, currentTarget }: React.KeyboardEvent<HTMLInputElement>) => {
    const at = steps.findIndex(id => String(stepNumber(round.scale, id)) === key)
    const chosen = steps[at]
    if (chosen === undefined) return
    change({ step: chosen })
    currentTarget.closest('fieldset')?.querySelectorAll('input')[at]?.focus()
  }
  const handIn = async () => {
    if (step === null || handedIn) return
    const words = why.trim()
    await answering.handIn({ step, ...(words !== '' && { why: words }) })
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
              {stepNumber(round.scale, id)}
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
      <Sealing round={round} handedIn={handedIn} takeOther={answering.takeOther} />
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
