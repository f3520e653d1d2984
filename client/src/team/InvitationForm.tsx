import { admitsAtOnce, awaitedBy, PersonName, present, ROLES, type Role, type SideId } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { Select } from '../ui/Select.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useSideList, useSidePhrase } from '../ui/seatWords.ts'
import { TextField } from '../ui/TextField.tsx'
import { useOnce } from '../ui/useOnce.ts'
import styles from './InvitationForm.module.css'
import { MadeLink } from './MadeLink.tsx'
import { firstSeat, type Seat, seatsToOffer } from './seats.ts'

const DAYS = ['1', '7', '30', '90'] as const
type Days = (typeof DAYS)[number]
const DAY_MS = 24 * 3600 * 1000
const MOST_USES = 500
const NO_SIDE = 'none'

type Props = { here: Reply<'team'>; onMade: () => Promise<void> }

/** For which seat, for whom, for how long; and, before it is made, whether whoever uses the link is in at once. */
export const InvitationForm = ({ here, onMade }: Props) => {
  const { t } = useTranslation(['team', 'common'])
  const phrase = useSidePhrase()
  const list = useSideList()
  const { team, you } = here
  const members = present(here.members)
  const seats = seatsToOffer(you, { sides: team.sides, members })
  const [seat, setSeat] = useState<Seat | null>(() => firstSeat(you, { sides: team.sides, members }))
  const [whom, setWhom] = useState<'one' | 'several'>('one')
  const [count, setCount] = useState('20')
  const [name, setName] = useState('')
  const [days, setDays] = useState<Days>('7')
  const [made, setMade] = useState<Reply<'invite'>['invitation'] | null>(null)
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const uses = whom === 'one' ? 1 : Number(count)
  const badCount = whom === 'several' && !(Number.isInteger(uses) && uses >= 2 && uses <= MOST_USES)
  const given = whom === 'one' && name.trim() !== '' ? PersonName.safeParse(name) : null
  const badName = given?.success === false

  const [make, making] = useOnce(async () => {
    setTried(true)
    setFailed(null)
    if (seat === null || badCount || badName) return
    try {
      const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString()
      const body = { ...seat, uses, expiresAt, ...(given?.success && { name: given.data }) }
      const { invitation } = await call('invite', { params: { id: team.id }, body, as: you.id })
      setMade(invitation)
    } catch (error) {
      setFailed(problemSentence(error))
      return
    }
    await onMade()
  })

  if (seat === null) return null
  if (made !== null)
    return (
      <MadeLink
        invitation={made}
        sides={team.sides}
        onAgain={() => {
          setMade(null)
          setName('')
          setTried(false)
        }}
      />
    )

  const sideOf = (id: SideId | null) => team.sides.find(side => side.id === id) ?? null
  const rolesOffered = [...new Set(seats.map(one => one.role))]
  const sidesOffered = seats.filter(one => one.role === seat.role).map(one => one.side)
  const chooseRole = (role: Role) => {
    const fitting = seats.filter(one => one.role === role)
    setSeat(fitting.find(one => one.side === seat.side) ?? fitting[0] ?? seat)
  }
  const side = sideOf(seat.side)
  const atOnce = admitsAtOnce({ side: seat.side, uses }, you, members)
  const awaited = awaitedBy(seat.role, { sides: team.sides, members }, { bringer: uses === 1 ? you : null })
  const beginning = you.side === null && seat.role === 'co-chair'

  return (
    <Form onSubmit={make}>
      <div className={styles.pair}>
        <Select
          label={t('invitation.role')}
          value={seat.role}
          onChange={chooseRole}
          description={t(`common:does.${seat.role}`)}
          options={rolesOffered.map(role => ({ id: role, label: t(`common:role.${role}`) }))}
        />
        <Select
          label={t('invitation.side')}
          value={seat.side ?? NO_SIDE}
          onChange={chosen => setSeat({ ...seat, side: team.sides.find(one => one.id === chosen)?.id ?? null })}
          {...(beginning && { description: t('invitation.firstChair') })}
          options={sidesOffered.map(id => ({
            id: id ?? NO_SIDE,
            label: sideOf(id)?.name ?? t('invitation.noSide'),
            icon: <SideMark side={sideOf(id)} role={seat.role} size={18} decorative />,
          }))}
        />
      </div>
      <div className={styles.pair}>
        <div className={styles.whom}>
          <span className={styles.label} aria-hidden="true">
            {t('invitation.uses')}
          </span>
          <Segmented
            label={t('invitation.uses')}
            value={whom}
            onChange={setWhom}
            options={[
              { id: 'one', label: t('invitation.one') },
              { id: 'several', label: t('invitation.several') },
            ]}
          />
        </div>
        <Select
          label={t('invitation.expiry')}
          value={days}
          onChange={setDays}
          options={DAYS.map(id => ({ id, label: t('invitation.days', { count: Number(id) }) }))}
        />
      </div>
      {whom === 'one' ? (
        <TextField
          label={t('invitation.name')}
          description={t('invitation.nameHelp')}
          value={name}
          onChange={setName}
          error={tried && badName ? t('invitation.nameTooLong') : undefined}
        />
      ) : (
        <TextField
          label={t('invitation.count')}
          inputMode="numeric"
          value={count}
          onChange={setCount}
          error={tried && badCount ? t('invitation.countWrong') : undefined}
        />
      )}
      <p className={styles.entry}>
        {atOnce || side === null
          ? awaited.length === 0 && t('invitation.atOnce')
          : t('invitation.waits', { side: phrase(side) })}
        {awaited.length > 0 &&
          ` ${t('invitation.awaits', { sides: list(team.sides.filter(one => awaited.includes(one.id))) })}`}
        {!ROLES[seat.role].writes && ` ${t('invitation.announced')}`}
      </p>
      {failed !== null && <Banner kind="bad">{failed}</Banner>}
      <div>
        <Button type="submit" variant="primary" isPending={making}>
          {t('invitation.make')}
        </Button>
      </div>
    </Form>
  )
}
