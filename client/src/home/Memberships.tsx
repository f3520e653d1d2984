import { inForce } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { classes } from '../ui/classes.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './Memberships.module.css'

type Membership = Reply<'me'>['memberships'][number]

/** The teams of this browser, each with who one is there; a team where one is two people stands there twice. */
export const Memberships = ({ memberships }: { memberships: readonly Membership[] }) => {
  const { t } = useTranslation('home')
  return (
    <ul className={styles.list} aria-label={t('teams')}>
      {memberships.map(one => (
        <li key={one.member.id}>
          <MembershipLink {...one} />
        </li>
      ))}
    </ul>
  )
}

const MembershipLink = ({ team, member }: Membership) => {
  const { t } = useTranslation('home')
  const seat = useSeatWords()
  const side = team.sides.find(one => one.id === member.side) ?? null
  return (
    <Link href={`/team/${team.id}?as=${member.id}`} className={classes(styles.team)} style={sideStyle(side)}>
      <SideMark side={side} role={member.role} size={32} decorative />
      <span className={styles.words}>
        <span className={styles.name}>{team.name}</span>
        <span className={styles.seat}>
          {member.name}, {seat(member.role, side)}
          {!inForce(member) && <> · {t(member.admitted ? 'awaited' : 'waiting')}</>}
        </span>
      </span>
      <ChevronRight className={styles.go} aria-hidden="true" />
    </Link>
  )
}
