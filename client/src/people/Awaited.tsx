import type { Member } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { useSideList } from '../ui/seatWords.ts'
import { AcceptButton, awaitedAmong, isMineToAccept } from './AcceptButton.tsx'
import styles from './PeoplePanel.module.css'
import { PersonMark } from './PersonMark.tsx'

/**
 * Facilitators and observers whom a side has yet to accept: whoever speaks for it says yes here, the others see for whom it
 * waits.
 */
export const Awaited = ({ members }: { members: readonly Member[] }) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation('common')
  const { opened } = useSession()
  const process = useProcess()
  const me = useMe()
  const list = useSideList()
  const all = [...process.members.values()]
  return (
    <section className={styles.waiting} aria-label={t('awaited')}>
      <h3 className={styles.waitingTitle}>{t('awaited')}</h3>
      <ul>
        {members.map(member => (
          <li key={member.id} className={styles.seat}>
            <span aria-hidden="true">
              <PersonMark
                name={member.name}
                side={process.sides.find(side => side.id === member.side) ?? null}
                isAway
              />
            </span>
            <span className={styles.person}>
              <span>{member.name}</span>
              <span className={styles.note}>
                {common(`role.${member.role}`)} ·{' '}
                {t('awaitedBy', { sides: list(process.sides.filter(side => member.awaits?.includes(side.id))) })}
              </span>
            </span>
            <AcceptButton member={member} you={me} team={opened.team} members={all} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On the board itself, for whoever can say it: somebody waits for my side's yes. */
export const AcceptanceBanner = () => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation('common')
  const { opened } = useSession()
  const { members, sides } = useProcess()
  const me = useMe()
  const all = [...members.values()]
  const waiting = awaitedAmong(all).find(member => isMineToAccept({ member, you: me, sides, members: all }))
  if (waiting === undefined) return null
  return (
    <Banner action={<AcceptButton member={waiting} you={me} team={opened.team} members={all} />}>
      {t('awaitsYou', { name: waiting.name, role: common(`role.${waiting.role}`) })}
    </Banner>
  )
}
