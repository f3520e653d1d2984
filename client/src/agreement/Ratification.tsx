import { agreedVersion, type Ratification as Vote } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../cards/author.ts'
import { useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Agreement.module.css'

/** How each body voted on what was signed, one by one: nothing adds them up. */
export const Ratification = () => {
  const { t } = useTranslation('agreement')
  const may = useMay()
  const version = agreedVersion(useProcess())
  const [isRecording, setRecording] = useState(false)
  if (version === null) return null
  const mayRecord = may({ type: 'ratification.record', body: '?', for: 1, against: 0 })
  return (
    <section className={styles.panel} aria-label={t('ratification.title')}>
      <h3 className={styles.title}>{t('ratification.title')}</h3>
      <p className={styles.note}>{t('ratification.hint', { version: version.version })}</p>
      {version.ratifications.length > 0 && (
        <ul className={styles.signers}>
          {version.ratifications.map(vote => (
            <VoteRow key={`${vote.side} ${vote.body}`} vote={vote} />
          ))}
        </ul>
      )}
      {mayRecord && <Button onPress={() => setRecording(true)}>{t('ratification.record')}</Button>}
      {isRecording && <RecordDialog onClose={() => setRecording(false)} />}
    </section>
  )
}

const VoteRow = ({ vote }: { vote: Vote }) => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  return (
    <li className={styles.signer}>
      <SideMark side={sideOf(process, vote.side)} size={22} />
      <span className={styles.signerWords}>
        <strong>{vote.body}</strong>
        <span>{t('ratification.votes', { for: vote.for, against: vote.against })}</span>
        <span className={styles.note}>
          {t('ratification.by', { name: process.members.get(vote.by)?.name ?? '' })} <RelativeTime at={vote.at} />
        </span>
      </span>
    </li>
  )
}

const LONGEST_BODY = 120
const MOST_VOTES = 10_000_000

/** A count as it is typed; null where it is none. */
const countIn = (typed: string): number | null => {
  const count = /^\d{1,8}$/.test(typed.trim()) ? Number(typed) : null
  return count !== null && count <= MOST_VOTES ? count : null
}

const RecordDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('agreement')
  const { take, isPending } = useMove()
  const [body, setBody] = useState('')
  const [votes, setVotes] = useState({ for: '', against: '' })
  const [isAsked, setAsked] = useState(false)
  const counts = { for: countIn(votes.for), against: countIn(votes.against) }
  const wrong = (isWrong: boolean, sentence: string) => (isAsked && isWrong ? sentence : undefined)
  const record = async (event: React.FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const { for: yes, against } = counts
    if (body.trim() === '' || yes === null || against === null) return
    if (await take({ type: 'ratification.record', body: body.trim(), for: yes, against })) onClose()
  }
  return (
    <Dialog
      title={t('ratification.record')}
      onClose={onClose}
      actions={
        <Button variant="primary" type="submit" form="ratification" isPending={isPending}>
          {t('ratification.confirm')}
        </Button>
      }
    >
      <form id="ratification" className={styles.column} onSubmit={record} noValidate>
        <TextField
          label={t('ratification.body')}
          description={t('ratification.bodyHint')}
          value={body}
          onChange={setBody}
          maxLength={LONGEST_BODY}
          error={wrong(body.trim() === '', t('ratification.noBody'))}
          autoFocus
        />
        {(['for', 'against'] as const).map(which => (
          <TextField
            key={which}
            label={t(`ratification.${which}`)}
            inputMode="numeric"
            value={votes[which]}
            onChange={typed => setVotes(before => ({ ...before, [which]: typed }))}
            error={wrong(counts[which] === null, t('ratification.noCount'))}
          />
        ))}
      </form>
    </Dialog>
  )
}
