import { inForce, type Member, type Step, TEMPLATES } from '@jointly/board'
import type { BoardEntry } from '@jointly/protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import styles from './Boards.module.css'

type Props = {
  boards: readonly BoardEntry[]
  you: Member
  /** The button that opens one, where one may. */
  newBoard: React.ReactNode
}

/** The team's boards, the one that was touched last first, each with where it stands. */
export const Boards = ({ boards, you, newBoard }: Props) => {
  const { t } = useTranslation('team')
  const order = useSettledOrder(boards)
  return (
    <section aria-labelledby="boards">
      <h2 id="boards" className={styles.heading}>
        {t('boards')}
      </h2>
      {boards.length === 0 ? (
        <EmptyState
          purpose={t('noBoards.purpose')}
          rule={newBoard === null ? t('noBoards.reader') : t('noBoards.rule')}
          {...(newBoard !== null && { example: t('noBoards.example') })}
        >
          {newBoard}
        </EmptyState>
      ) : (
        <ul className={styles.boards}>
          {order.map(board => (
            <li key={board.id}>{inForce(you) ? <BoardLink board={board} you={you} /> : <BoardShut board={board} />}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** By last change as it was when the page opened, new boards before them: nothing moves away under a pointer. */
const useSettledOrder = (boards: readonly BoardEntry[]): BoardEntry[] => {
  const [settled] = useState(() =>
    [...boards].sort((a, b) => b.lastActivity.localeCompare(a.lastActivity)).map(board => board.id),
  )
  const placeOf = (board: BoardEntry) => settled.indexOf(board.id)
  return [...boards].sort((a, b) => placeOf(a) - placeOf(b) || b.createdAt.localeCompare(a.createdAt))
}

/** To whoever is not accepted yet a board is a title: there is nothing to press. */
const BoardShut = ({ board }: { board: BoardEntry }) => {
  const { t } = useTranslation('team')
  return (
    <p className={styles.shut}>
      <span className={styles.title}>{board.title}</span>
      <span className={styles.time}>{t('awaited.shut')}</span>
    </p>
  )
}

const BoardLink = ({ board, you }: { board: BoardEntry; you: Member }) => {
  const { t } = useTranslation('team')
  const titleOf = useStepTitle()
  const steps: readonly Step[] = TEMPLATES[board.template].steps
  const at = steps.findIndex(step => step.id === board.step)
  const step = steps[at]
  return (
    <Link href={`/board/${board.id}?as=${you.id}`} className={classes(styles.board)}>
      <span className={styles.title}>{board.title}</span>
      {board.practice && <span className={styles.practice}>{t('practice')}</span>}
      {step !== undefined && (
        <>
          <span className={styles.step}>
            {t('step', { number: at + 1, count: steps.length, title: titleOf(step) })}
          </span>
          <span className={styles.dots} aria-hidden="true">
            {steps.map((step, i) => (
              <span key={step.id} className={classes(styles.dot, i < at && styles.done, i === at && styles.present)} />
            ))}
          </span>
        </>
      )}
      <span className={styles.time}>
        {t('lastActivity')} <RelativeTime at={board.lastActivity} />
      </span>
    </Link>
  )
}
