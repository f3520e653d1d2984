import { type Member, mayChangeMember, present } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import { useRequest } from '../ui/useRequest.ts'
import styles from './WaitingToBeAdmitted.module.css'
import { YouAre } from './YouAre.tsx'

type Props = { team: Team; you: Member; members: readonly Member[]; onChange: () => Promise<void> }

/** Those who have used a link and wait: everyone sees them, those who act for their side admit or decline. */
export const WaitingToBeAdmitted = ({ team, you, members, onChange }: Props) => {
  const { t } = useTranslation('team')
  const waiting = members.filter(member => !member.admitted && !member.left)
  if (waiting.length === 0) return null
  const table = { sides: team.sides, members: present(members) }
  const may = waiting.filter(member => mayChangeMember(you, member, table))
  return (
    <section aria-labelledby="waiting" className={styles.waiting}>
      <h2 id="waiting" className={styles.heading}>
        {t('waiting.title', { count: waiting.length })}
      </h2>
      <ul>
        {waiting.map(member => (
          <WaitingRow
            key={member.id}
            member={member}
            team={team}
            you={you}
            may={may.includes(member)}
            onChange={onChange}
          />
        ))}
      </ul>
      {may.length < waiting.length && <p className={styles.others}>{t('waiting.others')}</p>}
    </section>
  )
}

type RowProps = { member: Member; team: Team; you: Member; may: boolean; onChange: () => Promise<void> }

const WaitingRow = ({ member, team, you, may, onChange }: RowProps) => {
  const { t } = useTranslation('team')
  const [declining, setDeclining] = useState(false)
  const params = { id: team.id, mid: member.id }
  const named = { name: member.name }
  const side = team.sides.find(one => one.id === member.side) ?? null

  const [admit, admitting] = useRequest(async () => {
    await call('changeMember', { params, body: { admitted: true }, as: you.id })
    notify(t('waiting.admitted', named), { kind: 'good' })
  }, onChange)
  const decline = async () => {
    try {
      await call('removeMember', { params, as: you.id })
    } catch (error) {
      return problemSentence(error)
    }
    await onChange()
    return null
  }

  return (
    <li className={styles.row} style={sideStyle(side)}>
      <YouAre member={member} sides={team.sides} />
      {may && (
        <span className={styles.acts}>
          <Button small variant="plain" aria-label={t('waiting.declineOne', named)} onPress={() => setDeclining(true)}>
            {t('waiting.decline')}
          </Button>
          <Button small aria-label={t('waiting.admitOne', named)} isPending={admitting} onPress={admit}>
            {t('waiting.admit')}
          </Button>
        </span>
      )}
      {declining && (
        <ConfirmDialog
          danger
          title={t('waiting.declineTitle', named)}
          confirm={t('waiting.declineOne', named)}
          onConfirm={decline}
          onClose={() => setDeclining(false)}
        >
          <p>{t('waiting.declineText', named)}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}
