import { inForce, PersonName } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call } from '../session/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { problemSentence } from '../ui/problemSentence.ts'
import { useSidePhrase } from '../ui/seatWords.ts'
import { TextField } from '../ui/TextField.tsx'
import { useOnce } from '../ui/useOnce.ts'
import type { InvitationReply } from './InvitedTo.tsx'
import { ShutWords, shutBy } from './ShutDoor.tsx'

type Failure = { readonly error: unknown }

/** A name, and in. Who comes back by a return link has a name already, so there is only the button. */
export const JoinForm = ({ code, invitation }: { code: string; invitation: InvitationReply }) => {
  const { t } = useTranslation('door')
  const phrase = useSidePhrase()
  const [, navigate] = useLocation()
  const { role, side, kind } = invitation
  const [name, setName] = useState(invitation.name ?? '')
  const [unnamed, setUnnamed] = useState<'nameMissing' | 'nameTooLong'>()
  const [failure, setFailure] = useState<Failure | null>(null)

  const [join, joining] = useOnce(async () => {
    const named = PersonName.safeParse(name)
    if (kind === 'join' && !named.success) {
      setUnnamed(name.trim() === '' ? 'nameMissing' : 'nameTooLong')
      return
    }
    setFailure(null)
    try {
      const body = kind === 'join' && named.success ? { name: named.data } : {}
      const { team, member, board } = await call('acceptInvitation', { params: { code }, body })
      // Replaced, so that neither the address bar nor the way back keeps the code. Who is not in yet waits on the
      // team's page, where a reload finds them again.
      const place = board !== null && inForce(member) ? `/board/${board}` : `/team/${team.id}`
      navigate(`${place}?as=${member.id}`, { replace: true })
    } catch (error) {
      setFailure({ error })
    }
  })

  // It shut while one was typing: there is nothing left to press here.
  const shut = failure && shutBy(failure.error)
  if (shut !== null) return <ShutWords why={shut} titled />

  const label =
    kind === 'return'
      ? t('continueAs', { name: invitation.name ?? '' })
      : side
        ? t(`join.of.${role}`, { side: phrase(side) })
        : t(`join.alone.${role}`)
  return (
    <Form onSubmit={join}>
      {kind === 'join' && (
        <TextField
          label={t('name')}
          description={t('nameHelp')}
          name="name"
          autoComplete="name"
          autoFocus
          value={name}
          onChange={value => {
            setName(value)
            setUnnamed(undefined)
          }}
          error={unnamed && t(unnamed)}
        />
      )}
      {failure !== null && <Banner kind="bad">{problemSentence(failure.error)}</Banner>}
      <Button type="submit" variant="primary" wide isPending={joining}>
        {label}
      </Button>
    </Form>
  )
}
