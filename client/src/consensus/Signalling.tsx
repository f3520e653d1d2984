import { type ConsensusAnswer, meaningOf, type Round, signalsOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { handInWords, Sealing } from '../rounds/Sealing.tsx'
import { useDraft } from '../rounds/useDraft.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Choices } from '../ui/Choices.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Consensus.module.css'
import { type SignalDraft, signalDrafts } from './drafts.ts'

const LONGEST = 2000

const draftOf = (mine: ConsensusAnswer | null): SignalDraft => ({
  signal: mine?.signal ?? null,
  reason: mine?.reason ?? '',
  spoken: mine?.spoken === true,
  wouldMove: mine?.wouldMove ?? '',
})

/** One's own signal on the round's scale, and why, for whoever wants to say. */
export const Signalling = ({ round, mine }: { round: Round; mine: ConsensusAnswer | null }) => {
  const { t } = useTranslation(['consensus', 'rounds'])
  const signalling = useDraft({ round, mine, drafts: signalDrafts, draftOf })
  const { draft, handedIn, isPending } = signalling
  const change = (part: Partial<SignalDraft>) => signalling.change({ ...draft, ...part })
  const { signal, spoken } = draft
  const meaning = signal === null ? null : meaningOf(round.scale, signal)
  const handIn = async () => {
    if (signal === null) return
    const [reason, wouldMove] = [draft.reason.trim(), draft.wouldMove.trim()]
    const why = {
      ...(reason !== '' && { reason }),
      ...(spoken && { spoken: true as const }),
      ...(wouldMove !== '' && { wouldMove }),
    }
    await signalling.handIn({ signal, ...why })
  }
  return (
    <section className={styles.signalling} aria-label={t('answer.title')}>
      <Sealing round={round} handedIn={handedIn} takeOther={signalling.takeOther} />
      <Choices
        label={t('answer.signal')}
        value={signal}
        onChange={chosen => change({ signal: chosen })}
        options={signalsOf(round.scale).map(id => ({
          ...{ id, label: t(`signal.${id}`) },
          description: t(`meaning.${meaningOf(round.scale, id) ?? 'not-ready'}`),
        }))}
      />
      {meaning !== null && (
        <>
          <TextField
            multiline
            rows={2}
            label={t(meaning === 'supports' ? 'answer.add' : 'answer.reason')}
            description={t('answer.reasonMore')}
            value={draft.reason}
            onChange={reason => change({ reason })}
            maxLength={LONGEST}
          />
          {meaning !== 'supports' && (
            <TextField
              multiline
              rows={2}
              label={t('answer.wouldMove')}
              value={draft.wouldMove}
              onChange={wouldMove => change({ wouldMove })}
              maxLength={LONGEST}
            />
          )}
          <Checkbox label={t('answer.spoken')} isSelected={spoken} onChange={is => change({ spoken: is })} />
          {!handedIn && (
            <div>
              <Button variant="primary" isPending={isPending} onPress={handIn}>
                {t(handInWords(mine, true))}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
