import { type Member, mayAccept, present, type Side } from '@jointly/board'
import type { Team } from '@jointly/protocol'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { useRequest } from '../ui/useRequest.ts'

type Props = {
  member: Member
  you: Member
  team: Pick<Team, 'id' | 'sides'>
  members: readonly Member[]
  onChange?: () => Promise<void>
}

/** My side's yes to a facilitator or an observer who waits for it; nothing where it is not mine to say. */
export const AcceptButton = ({ member, you, team, members, onChange }: Props) => {
  const { t } = useTranslation('people')
  const named = { name: member.name }
  const [accept, accepting] = useRequest(async () => {
    await call('accept', { params: { id: team.id, mid: member.id }, as: you.id })
    notify(t('accepted', named), { kind: 'good' })
  }, onChange)
  if (!isMineToAccept({ member, you, sides: team.sides, members })) return null
  return (
    <Button small variant="primary" aria-label={t('acceptNamed', named)} isPending={accepting} onPress={accept}>
      {t('accept')}
    </Button>
  )
}

/** Whether this person waits for my side, and I may say yes for it. */
export const isMineToAccept = ({
  member,
  you,
  sides,
  members,
}: {
  member: Member
  you: Member
  sides: readonly Side[]
  members: readonly Member[]
}): boolean =>
  member.awaits?.some(side => side === you.side) === true &&
  mayAccept(you, member, { sides, members: present(members) })

/** Those who wait for a side's yes. */
export const awaitedAmong = (members: Iterable<Member>): Member[] =>
  [...members].filter(member => member.awaits !== undefined && member.admitted && !member.left)
