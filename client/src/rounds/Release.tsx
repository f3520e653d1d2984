import { actsFor, type Round } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { takeMove, useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import styles from './Rounds.module.css'
import { choosesDepth, SHOWN_AS } from './shownAs.ts'

/** Whoever acts for a side releases its result from here, or holds it back; nobody else sees the buttons. */
export const ReleaseButtons = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds')
  const { take, isPending } = useMove()
  const [isReleasing, setReleasing] = useState(false)
  const may = useMay()
  const needsHolding = useNeedsHolding(round)
  const hold = { type: 'round.hold', round: round.id } as const
  const [mayRelease, mayHold] = [may({ type: 'round.release', round: round.id }), needsHolding && may(hold)]
  if (!mayRelease && !mayHold) return null
  return (
    <div className={styles.row}>
      {mayHold && (
        <Button isPending={isPending} onPress={() => take(hold)}>
          {t('release.holdIt')}
        </Button>
      )}
      {mayRelease && (
        <Button variant="primary" onPress={() => setReleasing(true)}>
          {t('release.release')}
        </Button>
      )}
      {isReleasing && <ReleaseDialog round={round} onClose={() => setReleasing(false)} />}
    </div>
  )
}

/** Not releasing is holding where nobody else could release, and nothing was released yet. */
const useNeedsHolding = ({ state }: Round): boolean => {
  const { members } = useProcess()
  const { id, side } = useMe()
  if (side === null || state.is !== 'closed') return false
  return state.releases.has(side) || members.values().some(one => one.id !== id && actsFor(one, side, members.values()))
}

const ReleaseDialog = ({ round, onClose }: { round: Round; onClose: () => void }) => {
  const { t } = useTranslation('rounds')
  const session = useSession()
  const [depth, setDepth] = useState<'all' | 'least'>('all')
  const as = SHOWN_AS[round.kind]
  return (
    <ConfirmDialog
      title={t('release.title')}
      confirm={t('release.release')}
      onConfirm={async () => {
        const spread = depth === 'all' ? { spread: true as const } : {}
        await takeMove(session, { type: 'round.release', round: round.id, ...spread })
        return null
      }}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{t(round.of === null ? 'release.what' : 'release.own')}</p>
        {choosesDepth(round) && (
          <Choices
            label={t('release.depth')}
            value={depth}
            onChange={setDepth}
            options={[
              { id: 'all', label: t(`as.${as}.all`), description: t(`as.${as}.allMeans.${round.anonymity}`) },
              { id: 'least', label: t(`as.${as}.least`), description: t(`as.${as}.leastMeans`) },
            ]}
          />
        )}
        <p className={styles.note}>{t('release.hold')}</p>
      </div>
    </ConfirmDialog>
  )
}
