import {
  type CardId,
  CONSENSUS_SCALES,
  type ConsensusScale,
  countOf,
  isEdited,
  latestVersion,
  quorumNow,
  type SideId,
} from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskDialog, useLastReleased } from '../rounds/AskDialog.tsx'
import { PROBE } from '../rounds/probe.ts'
import { useBoard, useProcess } from '../session/hooks.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Consensus.module.css'

const SCALES = Object.keys(CONSENSUS_SCALES) as ConsensusScale[]
const TEXT = 'text'

type Thing = { readonly id: CardId | typeof TEXT; readonly label: string; readonly subject: Subject }
type Subject = { agreement: number } | { options: CardId[] }

/** What can be asked about now: the proposed version as long as the text is that one, and each option. */
const useThings = (): readonly Thing[] => {
  const { t } = useTranslation('consensus')
  const process = useProcess()
  const board = useBoard()
  const latest = latestVersion(process)
  const version: Thing[] =
    latest === null || isEdited(latest, board)
      ? []
      : [{ id: TEXT, label: t('version', { version: latest.version }), subject: { agreement: latest.version } }]
  const options = board.cards.filter(({ kind, gone }) => kind === 'option' && !gone)
  return [...version, ...options.map(({ id, text }) => ({ id, label: text, subject: { options: [id] } }))]
}

/** Asks everybody; never the loudest thing on the screen, since talking comes first. */
export const AskButton = ({ again }: { again: boolean }) => {
  const { t } = useTranslation('consensus')
  const [isAsking, setAsking] = useState(false)
  const things = useThings()
  const may = useMay()
  const first = things[0]
  if (first === undefined) return <p className={styles.note}>{t('ask.nothing')}</p>
  const mayAsk = may({
    type: 'round.open',
    round: PROBE,
    kind: 'consensus',
    anonymity: 'named',
    subject: first.subject,
  })
  if (!mayAsk) return again ? null : <p className={styles.note}>{t('ask.nobody')}</p>
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t(again ? 'ask.again' : 'ask.open')}</Button>
      {isAsking && <AskForConsensus things={things} onClose={() => setAsking(false)} />}
    </>
  )
}

const AskForConsensus = ({ things, onClose }: { things: readonly Thing[]; onClose: () => void }) => {
  const { t } = useTranslation('consensus')
  const process = useProcess()
  const last = useLastReleased('consensus')
  // The text is meant where there is one to ask about; of the options none before somebody chooses it.
  const [which, setWhich] = useState<Thing['id'] | null>(things.find(({ id }) => id === TEXT)?.id ?? null)
  const [scale, setScale] = useState<ConsensusScale>((last?.scale as ConsensusScale | undefined) ?? 'thumbs')
  const [quorum, setQuorum] = useState<Readonly<Record<SideId, string>>>(() =>
    Object.fromEntries(Object.entries(quorumNow(process)).map(([side, count]) => [side, String(count)])),
  )
  // A side without a member has none to set.
  const sides = process.sides
    .map(side => ({ ...side, count: countOf(side.id, process.members.values()) }))
    .filter(({ count }) => count > 0)
  const counts = sides.map(({ id, count }) => [id, countIn(quorum[id] ?? '', count)] as const)
  // What was chosen may be put away, or the text changed, while this is open: nothing else takes its place by itself.
  const thing = things.find(({ id }) => id === which)
  const latest = latestVersion(process)
  const isOther = latest !== null && things.every(({ id }) => id !== TEXT)
  const asked = () => {
    if (thing === undefined || counts.some(([, count]) => count === null)) return null
    const fixed = Object.fromEntries(counts) as Record<SideId, number>
    return { scale, subject: thing.subject, quorum: fixed }
  }
  return (
    <AskDialog
      kind="consensus"
      title={t('ask.title')}
      intro={t('ask.intro')}
      asked={asked}
      missing={which === null ? t('ask.choose') : undefined}
      onClose={onClose}
    >
      <Select
        label={t('ask.which')}
        value={thing?.id ?? null}
        onChange={setWhich}
        placeholder={t('ask.choose')}
        error={which !== null && thing === undefined ? t('ask.gone') : undefined}
        description={isOther ? t('ask.changed') : undefined}
        options={things.map(({ id, label }) => ({ id, label }))}
      />
      <Choices
        label={t('ask.scale')}
        value={scale}
        onChange={setScale}
        options={SCALES.map(id => ({ id, label: t(`scale.${id}`), description: t(`scaleMeans.${id}`) }))}
      />
      <fieldset className={styles.quorum}>
        <legend className={styles.label}>{t('ask.quorum')}</legend>
        <p className={styles.note}>{t('ask.quorumMore')}</p>
        {sides.map(({ id, name, count }) => (
          <TextField
            key={id}
            label={t('ask.quorumOf', { side: name, count })}
            inputMode="numeric"
            value={quorum[id] ?? ''}
            onChange={typed => setQuorum(before => ({ ...before, [id]: typed }))}
            error={countIn(quorum[id] ?? '', count) === null ? t('ask.quorumBad', { count }) : undefined}
          />
        ))}
      </fieldset>
    </AskDialog>
  )
}

/** A quorum as it is typed; null where it is none of so many. */
const countIn = (typed: string, most: number): number | null => {
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return count >= 1 && count <= most ? count : null
}
