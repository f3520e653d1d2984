import { type Member, mayChangeMember, present } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { useSidePhrase } from '../ui/seatWords.ts'
import { useRequest } from '../ui/useRequest.ts'
import styles from './PeoplePanel.module.css'
import { PersonMark } from './PersonMark.tsx'

/** Who came by a link and waits: whoever acts for their side lets them in, the others see for whom it waits. */
export const Waiting = ({ members }: { members: readonly Member[] }) => {
  const { t } = useTranslation('people')
  return (
    <section className={styles.waiting} aria-label={t('waiting')}>
      <h3 className={styles.waitingTitle}>{t('waiting')}</h3>
      <ul>
        {members.map(member => (
          <WaitingMember key={member.id} member={member} />
        ))}
      </ul>
    </section>
  )
}

const WaitingMember = ({ member }: { member: Member }) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation('common')
  const { opened, id } = useSession()
  const { sides, members } = useProcess()
  const phrase = useSidePhrase()
  const me = useMe()
  const side = sides.find(({ id: sideId }) => sideId === member.side) ?? null
  const mayAdmit = mayChangeMember(me, member, { sides, members: present(members.values()) })
  const [admit, isPending] = useRequest(async () => {
    await call('changeMember', { params: { id: opened.team.id, mid: member.id }, body: { admitted: true }, as: id })
    notify(t('admitted', { name: member.name }), { kind: 'good' })
  })

  return (
    <li className={styles.seat}>
      <span aria-hidden="true">
        <PersonMark name={member.name} side={side} isAway />
      </span>
      <span className={styles.person}>
        <span>{member.name}</span>
        <span className={styles.note}>
          {common(`role.${member.role}`)}
          {side !== null && `, ${side.name}`}
        </span>
        {side !== null && !mayAdmit && <span className={styles.note}>{t('waitingFor', { side: phrase(side) })}</span>}
      </span>
      {mayAdmit && (
        <Button
          small
          variant="primary"
          isPending={isPending}
          aria-label={t('admitNamed', { name: member.name })}
          onPress={admit}
        >
          {t('admit')}
        </Button>
      )}
    </li>
  )
}
