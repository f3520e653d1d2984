import { countOf, type Member, ROLES, type Side } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { SideMark } from '../ui/SideMark.tsx'
import { MemberRow } from './MemberRow.tsx'
import styles from './People.module.css'

type Props = {
  team: Team
  you: Member
  /** Those who are in: admitted and not gone. */
  members: readonly Member[]
  onChange: () => Promise<void>
}

/** Who is at the table, by side; then those without one; then those who only read. */
export const People = ({ team, you, members, onChange }: Props) => {
  const { t } = useTranslation('team')
  const reads = (member: Member) => !ROLES[member.role].writes
  const row = (member: Member) => (
    <MemberRow key={member.id} member={member} you={you} team={team} members={members} onChange={onChange} />
  )
  const markedRow = (member: Member) => (
    <MemberRow key={member.id} marked member={member} you={you} team={team} members={members} onChange={onChange} />
  )
  const neutral = members.filter(member => member.side === null && !reads(member))
  const observers = members.filter(reads)
  return (
    <section aria-labelledby="people" className={styles.people}>
      <h2 id="people" className={styles.heading}>
        {t('people')}
      </h2>
      {team.sides.map(side => (
        <SideGroup key={side.id} side={side} members={members.filter(one => one.side === side.id && !reads(one))}>
          {row}
        </SideGroup>
      ))}
      {neutral.length > 0 && (
        <div className={styles.group}>
          <h3 className={styles.side}>{t('neutral')}</h3>
          <ul>{inOrder(neutral).map(markedRow)}</ul>
        </div>
      )}
      {observers.length > 0 && (
        <div className={styles.group}>
          <h3 className={styles.side}>{t('observers')}</h3>
          <ul>{inOrder(observers).map(markedRow)}</ul>
        </div>
      )}
    </section>
  )
}

const SideGroup = ({
  side,
  members,
  children,
}: {
  side: Side
  members: readonly Member[]
  children: (member: Member) => React.ReactNode
}) => {
  const { t } = useTranslation('team')
  return (
    <div className={styles.group}>
      <h3 className={styles.side}>
        <SideMark side={side} size={22} decorative />
        <span className={styles.name}>
          {side.name}
          <span className={styles.count}>
            {members.length > 0 && `${t('ofSide', { count: countOf(side.id, members) })} · `}
            {t(side.decides ? 'decides' : 'advises')}
          </span>
        </span>
      </h3>
      {members.length === 0 ? (
        <p className={styles.empty}>{t('emptySide')}</p>
      ) : (
        <ul>{inOrder(members).map(children)}</ul>
      )}
    </div>
  )
}

const RANK = Object.keys(ROLES)

/** Facilitators and co-chairs first, then by name. */
const inOrder = (members: readonly Member[]): Member[] =>
  [...members].sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role) || a.name.localeCompare(b.name))
