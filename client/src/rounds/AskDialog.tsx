import {
  type Anonymity,
  KINDS,
  type MoveRequest,
  newId,
  RoundId,
  type RoundKind,
  showsMoreThanBefore,
  subjectNow,
} from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useMe, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { AnonymityChoices } from './AnonymityChoices.tsx'
import { ClosesAtChoice, closesAt, NEVER } from './ClosesAt.tsx'
import styles from './Rounds.module.css'
import { WhoCanAnswer } from './WhoCanAnswer.tsx'

type Opening = Extract<MoveRequest, { type: 'round.open' }>
type Fixed = 'type' | 'round' | 'kind' | 'anonymity' | 'closesAt'

/** Whether what is about to be asked shows more of each answer than it did when it was asked before. */
const useShowsMore = (opening: Pick<Opening, 'kind' | 'anonymity' | 'scale' | 'subject'>): boolean => {
  const process = useProcess()
  const board = useBoard()
  const { side } = useMe()
  const { kind, anonymity, scale = KINDS[kind].scales[0] } = opening
  const asked = { kind, anonymity, scale, of: KINDS[kind].asks === 'own-side' ? side : null }
  return showsMoreThanBefore({ ...asked, subject: subjectNow({ board, process }, opening) }, process.rounds.values())
}

type AskDialogProps = {
  kind: RoundKind
  title: string
  intro: string
  /** What this kind asks beside what every round fixes; null while what was typed is not a question yet. */
  asked?: () => Omit<Opening, Fixed> | null
  /** The anonymity that is meant where nobody chooses. */
  meant?: Anonymity
  onClose: () => void
  children?: React.ReactNode
}

/** Asks everybody: what every round fixes at its opening, around what a kind has of its own. */
export const AskDialog = ({
  kind,
  title,
  intro,
  asked = () => ({}),
  meant = 'named',
  onClose,
  children,
}: AskDialogProps) => {
  const { t } = useTranslation('rounds')
  const { take, isPending } = useMove()
  const [anonymity, setAnonymity] = useState(meant)
  const [closing, setClosing] = useState(NEVER)
  const own = asked()
  const showsMore = useShowsMore({ kind, anonymity, ...own })
  const open = async () => {
    const at = closesAt(closing)
    if (own === null || at === null) return
    const fixed = { kind, anonymity, ...(at !== undefined && { closesAt: at }) }
    if (await take({ type: 'round.open', round: newId(RoundId), ...fixed, ...own })) onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button variant="primary" isPending={isPending} onPress={open}>
          {t('ask.start')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{intro}</p>
        {children}
        <AnonymityChoices kind={kind} value={anonymity} onChange={setAnonymity} />
        <WhoCanAnswer kind={kind} anonymity={anonymity} />
        {showsMore && <Banner>{t('ask.showsMore')}</Banner>}
        <ClosesAtChoice value={closing} onChange={setClosing} />
      </div>
    </Dialog>
  )
}
