import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import type { Here } from '../session/presence.ts'
import { classes } from '../ui/classes.ts'
import { useNarrow } from '../ui/useNarrow.ts'
import styles from './PeopleMarks.module.css'
import { PersonMark } from './PersonMark.tsx'
import { inTurns } from './seating.ts'

/** Marks that fit beside each other; the others are counted. */
const SHOWN = { wide: 5, narrow: 3 }

/** Those who are here as a row of marks, side by side. Where not all fit, each side is among those that are shown. */
export const PeopleMarks = ({ people }: { people: readonly Here[] }) => {
  const { t } = useTranslation('people')
  const { sides } = useProcess()
  const benches = [...sides, null].map(side =>
    people
      .filter(person => (sides.find(one => one.id === person.side) ?? null) === side)
      .map(person => ({ person, side })),
  )
  const most = useNarrow() ? SHOWN.narrow : SHOWN.wide
  const shown = people.length > most ? inTurns(benches, most - 1) : benches.flat()
  return (
    <span className={styles.row}>
      {shown.map(({ person, side }) => (
        <span
          key={person.id}
          className={classes(styles.person, side !== null && styles[side.shape])}
          title={person.name}
        >
          <PersonMark name={person.name} side={side} />
        </span>
      ))}
      {shown.length < people.length && (
        <span className={classes(styles.person, styles.more)}>
          {t('more', { count: people.length - shown.length })}
        </span>
      )}
    </span>
  )
}
