import { UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe, usePresence, useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { Awaited } from './Awaited.tsx'
import styles from './PeoplePanel.module.css'
import { PersonMark } from './PersonMark.tsx'
import { ReturnLink } from './ReturnLink.tsx'
import { type Bench, type Seat, seatingOf } from './seating.ts'
import { Waiting } from './Waiting.tsx'

/** Everybody by name, side and role, here or not, observers too. */
export const PeoplePanel = ({ onInvite }: { onInvite: (() => void) | null }) => {
  const { t } = useTranslation('people')
  const { benches, waiting, awaited } = seatingOf(useProcess(), usePresence())
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('title')}</h2>
        {onInvite !== null && (
          <Button small onPress={onInvite}>
            <UserPlus aria-hidden="true" />
            {t('invite')}
          </Button>
        )}
      </header>
      {waiting.length > 0 && <Waiting members={waiting} />}
      {awaited.length > 0 && <Awaited members={awaited} />}
      {benches.map(bench => (
        <BenchView key={bench.side?.id ?? 'none'} bench={bench} />
      ))}
      <ReturnLink />
    </div>
  )
}

const BenchView = ({ bench: { side, seats } }: { bench: Bench }) => {
  const { t } = useTranslation('people')
  const name = side?.name ?? t('neutral')
  const here = seats.filter(seat => seat.isHere).length
  return (
    <section aria-label={name}>
      <h3 className={styles.bench}>
        <SideMark side={side} size={20} decorative />
        <span className={styles.benchName}>{name}</span>
        {side?.decides === false && <span className={styles.note}>{t('advises')}</span>}
        <span className={styles.note}>{t('hereOf', { here, of: seats.length })}</span>
      </h3>
      {seats.length === 0 ? (
        <p className={styles.note}>{t('nobody')}</p>
      ) : (
        <ul className={styles.seats}>
          {seats.map(seat => (
            <SeatView key={seat.member.id} seat={seat} side={side} />
          ))}
        </ul>
      )}
    </section>
  )
}

const SeatView = ({ seat: { member, isHere }, side }: { seat: Seat; side: Bench['side'] }) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation('common')
  const me = useMe()
  return (
    <li className={styles.seat}>
      <span aria-hidden="true">
        <PersonMark name={member.name} side={side} isAway={!isHere} />
      </span>
      <span className={styles.person}>
        <span>
          {member.name}
          {member.id === me.id && <span className={styles.note}> ({t('you')})</span>}
        </span>
        <span className={styles.note}>{common(`role.${member.role}`)}</span>
      </span>
      <span className={classes(styles.note, isHere && styles.here)}>{t(isHere ? 'here' : 'away')}</span>
    </li>
  )
}
