import { hasAnswered, present, ROLES, type Round } from '@jointly/board'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess, useSession } from '../session/hooks.ts'
import { takeMove, useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { listed } from '../ui/listed.ts'
import { SideMark } from '../ui/SideMark.tsx'
import styles from './Rounds.module.css'

/**
 * Who has handed in an answer and who has not, side by side; never what. Whoever may closes the round from here. `about`: what
 * is asked, where several rounds may be open at once.
 */
export const Answered = ({ round, about }: { round: Round; about?: string }) => {
  const { t } = useTranslation('rounds')
  const { sides, members } = useProcess()
  const [isClosing, setClosing] = useState(false)
  const session = useSession()
  const may = useMay()
  const close = { type: 'round.close', round: round.id } as const
  const counted = present(members.values()).filter(({ role, side }) => ROLES[role].counted && side !== null)
  const missing = counted
    .filter(member => (round.of === null || member.side === round.of) && !hasAnswered(round, member))
    .map(({ name }) => name)
  const names = listed(missing)
  return (
    <aside className={styles.panel} aria-label={t('answered.title')}>
      <h3 className={styles.panelTitle}>{t('answered.title')}</h3>
      {about !== undefined && <p className={styles.note}>{about}</p>}
      {sides
        .filter(({ id }) => round.of === null || id === round.of)
        .map(side => {
          const ofSide = counted.filter(member => member.side === side.id)
          const has = ofSide.filter(member => hasAnswered(round, member))
          return (
            <section key={side.id} className={styles.side} aria-label={side.name}>
              <h4 className={styles.sideName}>
                <SideMark side={side} size={18} decorative />
                {side.name}
                <span className={styles.note}>{t('answered.of', { count: has.length, of: ofSide.length })}</span>
              </h4>
              <ul className={styles.people}>
                {ofSide.map(member => {
                  const answered = hasAnswered(round, member)
                  return (
                    <li key={member.id} className={answered ? styles.done : styles.open}>
                      {answered && <Check aria-hidden="true" />}
                      {member.name}
                      <span className="unseen">, {t(answered ? 'answered.has' : 'answered.missing')}</span>
                    </li>
                  )
                })}
              </ul>
            </section>
          )
        })}
      {may(close) && (
        <div className={styles.row}>
          <Button variant={missing.length === 0 ? 'primary' : 'quiet'} onPress={() => setClosing(true)}>
            {t('answered.close')}
          </Button>
          <CancelButton round={round} />
        </div>
      )}
      {isClosing && (
        <ConfirmDialog
          title={t('answered.close')}
          confirm={t('answered.closeNow')}
          onConfirm={async () => {
            await takeMove(session, close)
            return null
          }}
          onClose={() => setClosing(false)}
        >
          <p>
            {missing.length === 0
              ? t('answered.closeAll')
              : t('answered.closeMissing', { count: missing.length, names })}
          </p>
        </ConfirmDialog>
      )}
    </aside>
  )
}

export const CancelButton = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds')
  const [isAsking, setAsking] = useState(false)
  const { take } = useMove()
  const may = useMay()
  const cancel = { type: 'round.cancel', round: round.id } as const
  if (!may(cancel)) return null
  return (
    <>
      <Button variant="plain" onPress={() => setAsking(true)}>
        {t('answered.cancel')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('answered.cancelTitle')}
          confirm={t('answered.cancel')}
          danger
          onConfirm={async () => {
            await take(cancel)
            return null
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('answered.cancelWhat')}</p>
          {round.state.is === 'closed' && round.anonymity !== 'named' && <p>{t('answered.cancelSeen')}</p>}
        </ConfirmDialog>
      )}
    </>
  )
}
