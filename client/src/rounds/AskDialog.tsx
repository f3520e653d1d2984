import {
  type Anonymity,
  KINDS,
  type MoveRequest,
  newId,
  type Round,
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

/** The last round of a kind that was released: what is asked again is asked in its way, where nobody chooses another. */
export const useLastReleased = (kind: RoundKind): Round | undefined =>
  [...useProcess().rounds.values()].filter(round => round.kind === kind && round.state.is === 'released').at(-1)

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
  /** What is said where nothing can be asked as things stand in the dialog. */
  missing?: string | undefined
  /** The anonymity that is meant where nobody chooses: what the last one had that was released, else names. */
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
  missing,
  meant,
  onClose,
  children,
}: AskDialogProps) => {
  const { t } = useTranslation('rounds')
  const { take, isPending } = useMove()
  const last = useLastReleased(kind)
  const [anonymity, setAnonymity] = useState(meant ?? last?.anonymity ?? 'named')
  const [isTried, setTried] = useState(false)
  const [closing, setClosing] = useState(NEVER)
  const own = asked()
  const showsMore = useShowsMore({ kind, anonymity, ...own })
  const open = async () => {
    const at = closesAt(closing)
    setTried(true)
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
        {isTried && own === null && missing !== undefined && <Banner kind="bad">{missing}</Banner>}
        <AnonymityChoices kind={kind} value={anonymity} onChange={setAnonymity} />
        <WhoCanAnswer kind={kind} anonymity={anonymity} />
        {showsMore && <Banner>{t('ask.showsMore')}</Banner>}
        <ClosesAtChoice value={closing} onChange={setClosing} />
      </div>
    </Dialog>
  )
}
