import type { Member, Side } from '@jointly/board'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import styles from './YouAre.module.css'

/** Somebody with mark, name and seat: "Ana, Member of the union". */
export const YouAre = ({ member, sides }: { member: Member; sides: readonly Side[] }) => {
  const seat = useSeatWords()
  const side = sides.find(one => one.id === member.side) ?? null
  return (
    <span className={styles.who}>
      <SideMark side={side} role={member.role} size={24} decorative />
      <span className={styles.words}>
        <strong>{member.name}</strong>, {seat(member.role, side)}
      </span>
    </span>
  )
}
