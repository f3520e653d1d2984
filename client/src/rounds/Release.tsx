import type { Round } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/hooks.ts'
import { takeMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import styles from './Rounds.module.css'
import { choosesDepth, SHOWN_AS } from './shownAs.ts'

/** Whoever acts for a side releases its result from here; nobody else sees the button. */
export const ReleaseButton = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds')
  const [isReleasing, setReleasing] = useState(false)
  const may = useMay()
  if (!may({ type: 'round.release', round: round.id })) return null
  return (
    <>
      <Button variant="primary" onPress={() => setReleasing(true)}>
        {t('release.release')}
      </Button>
      {isReleasing && <ReleaseDialog round={round} onClose={() => setReleasing(false)} />}
    </>
  )
}

const DEPTHS = ['all', 'least'] as const

const ReleaseDialog = ({ round, onClose }: { round: Round; onClose: () => void }) => {
  const { t } = useTranslation('rounds')
  const session = useSession()
  const [depth, setDepth] = useState<(typeof DEPTHS)[number]>('all')
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
            options={DEPTHS.map(id => ({ id, label: t(`as.${as}.${id}`), description: t(`as.${as}.${id}Means`) }))}
          />
        )}
        <p className={styles.note}>{t('release.hold')}</p>
      </div>
    </ConfirmDialog>
  )
}
