import { type Member, present } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { AcceptButton, awaitedAmong } from '../people/AcceptButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useSideList } from '../ui/seatWords.ts'
import { sideStyle } from '../ui/sideStyle.ts'
import { seatsToOffer } from './seats.ts'
import styles from './WaitingToBeAdmitted.module.css'
import { YouAre } from './YouAre.tsx'

type Props = { team: Team; you: Member; members: readonly Member[]; onChange: () => Promise<void> }

/** Facilitators and observers whom a side has yet to accept: everyone sees for whom they wait, and they see it of themselves. */
export const WaitingToBeAccepted = ({ team, you, members, onChange }: Props) => {
  const { t } = useTranslation(['team', 'people'])
  const list = useSideList()
  const sidesOf = ({ awaits }: Member) => list(team.sides.filter(side => awaits?.includes(side.id)))
  const waiting = awaitedAmong(members).filter(member => member.id !== you.id)
  return (
    <>
      {you.awaits !== undefined && (
        <Banner>
          {t('awaited.you', { sides: sidesOf(you) })}
          {seatsToOffer(you, { sides: team.sides, members: present(members) }).length > 0 && ` ${t('awaited.invite')}`}
        </Banner>
      )}
      {waiting.length > 0 && (
        <section aria-labelledby="awaited" className={styles.waiting}>
          <h2 id="awaited" className={styles.heading}>
            {t('awaited.title', { count: waiting.length })}
          </h2>
          <ul>
            {waiting.map(member => (
              <li
                key={member.id}
                className={styles.row}
                style={sideStyle(team.sides.find(side => side.id === member.side) ?? null)}
              >
                <div>
                  <YouAre member={member} sides={team.sides} />
                  <p className={styles.others}>{t('people:awaitedBy', { sides: sidesOf(member) })}</p>
                </div>
                <AcceptButton member={member} you={you} team={team} members={members} onChange={onChange} />
              </li>
            ))}
          </ul>
          <p className={styles.others}>{t('awaited.rule')}</p>
        </section>
      )}
    </>
  )
}
