import { hasAnswered, isRunning, ROLES, type Round } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useNow, useProcess } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './Pulse.module.css'
import { PulseDialog } from './PulseDialog.tsx'

/** A result that nobody puts away stands as long as a session may last; then the report tells it. */
const SHOWN_MS = 4 * 3600 * 1000

/** What one was asked, on whatever stage one is: one line, and the rest behind it. */
export const PulseBanner = () => {
  const { rounds } = useProcess()
  const now = useNow()
  const [putAway, setPutAway] = useState<Round['id'] | null>(null)
  const [opened, setOpened] = useState<Round['id'] | null>(null)
  const last = [...rounds.values()].findLast(({ kind }) => kind === 'pulse')
  if (last === undefined) return null
  const isNews = last.state.is === 'released' && now < Date.parse(last.state.at) + SHOWN_MS && putAway !== last.id
  const isOpened = opened === last.id && last.state.is !== 'cancelled'
  return (
    <>
      {(isRunning(last) || isNews) && (
        <Line round={last} onOpen={() => setOpened(last.id)} onPutAway={() => setPutAway(last.id)} />
      )}
      {isOpened && <PulseDialog round={last} onClose={() => setOpened(null)} />}
    </>
  )
}

const Line = ({ round, onOpen, onPutAway }: { round: Round; onOpen: () => void; onPutAway: () => void }) => {
  const { t } = useTranslation('pulse')
  const { members } = useProcess()
  const me = useMe()
  const isMine = ROLES[me.role].counted && me.side !== null
  const question = t(`question.${round.scale as 'doing'}`)
  const { is } = round.state
  const answered = hasAnswered(round, me)
  const doing = is !== 'open' || !isMine ? 'look' : answered ? 'change' : 'answer'
  return (
    <Banner
      action={
        <span className={styles.actions}>
          {is === 'released' && (
            <Button small variant="plain" onPress={onPutAway}>
              {t('line.putAway')}
            </Button>
          )}
          <Button small variant={doing === 'answer' ? 'primary' : 'quiet'} onPress={onOpen}>
            {t(`line.${doing}`)}
          </Button>
        </span>
      }
    >
      {is === 'open'
        ? t('line.open', { name: members.get(round.by)?.name ?? '', question })
        : t(`line.${is === 'released' ? 'released' : 'closed'}`, { question })}{' '}
      {is === 'open' && round.answered.size > 0 && (
        <span className={styles.note}>{t('line.count', { count: round.answered.size })}</span>
      )}
    </Banner>
  )
}
