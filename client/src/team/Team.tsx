import { mayOpenBoard, present } from '@jointly/board'
import type { Reply } from '@jointly/protocol'
import { Plus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProblemError } from '../session/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Boards } from './Boards.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { NewBoardDialog } from './NewBoardDialog.tsx'
import { People } from './People.tsx'
import { seatsToOffer } from './seats.ts'
import styles from './Team.module.css'
import { WaitingToBeAccepted } from './WaitingToBeAccepted.tsx'
import { WaitingToBeAdmitted } from './WaitingToBeAdmitted.tsx'
import { YouMenu } from './YouMenu.tsx'

type Props = { reply: Reply<'team'>; stale: ProblemError | null; onChange: () => Promise<void> }

/** A team as one of its members sees it; whatever they may not do is not there. */
export const Team = ({ reply, stale, onChange }: Props) => {
  const { t } = useTranslation('team')
  const [open, setOpen] = useState<'board' | 'invite' | null>(null)
  const { team, you, boards } = reply
  const members = present(reply.members)
  const table = { sides: team.sides, members }
  const mayOpen = mayOpenBoard(you, table)
  const close = () => setOpen(null)

  const newBoard = mayOpen && (
    <Button variant="primary" onPress={() => setOpen('board')}>
      <Plus aria-hidden="true" />
      {t('newBoard')}
    </Button>
  )
  return (
    <>
      <Page
        title={team.name}
        over={t('jointTeam')}
        bar={<YouMenu you={you} team={team} />}
        actions={
          <>
            {seatsToOffer(you, table).length > 0 && (
              <Button onPress={() => setOpen('invite')}>
                <UserPlus aria-hidden="true" />
                {t('invite')}
              </Button>
            )}
            {boards.length > 0 && newBoard}
          </>
        }
      >
        {stale !== null && <Banner kind="bad">{t('stale')}</Banner>}
        <WaitingToBeAdmitted team={team} you={you} members={reply.members} onChange={onChange} />
        <WaitingToBeAccepted team={team} you={you} members={reply.members} onChange={onChange} />
        <div className={styles.columns}>
          <Boards boards={boards} you={you} newBoard={newBoard || null} />
          <People team={team} you={you} members={members} onChange={onChange} />
        </div>
      </Page>
      {open === 'board' && <NewBoardDialog team={team} you={you} onClose={close} />}
      {open === 'invite' && <InviteDialog team={team} you={you} onClose={close} />}
    </>
  )
}
