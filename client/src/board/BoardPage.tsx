import type { BoardId, MemberId } from '@jointly/board'
import { lazy, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { talk } from '../cards/comments/talk.ts'
import { ProblemError } from '../session/api.ts'
import type { BoardSession } from '../session/board-session.ts'
import { SessionContext, useReadable } from '../session/hooks.ts'
import { openBoard, openCaucus, whoAt } from '../session/open.ts'
import { openTray } from '../session/tray.ts'
import { Loading } from '../ui/Loading.tsx'
import { notify } from '../ui/notices.ts'
import { BoardScreen } from './BoardScreen.tsx'
import { type Closed, COMES_BY_ITSELF } from './closed.ts'

const ClosedPage = lazy(async () => ({ default: (await import('./ClosedPage.tsx')).ClosedPage }))

export type BoardPageProps = { boardId: BoardId; as: MemberId | undefined; at: 'table' | 'caucus' }

const CLOSED_BY: Partial<Record<ProblemError['code'], Closed>> = {
  sign_in: 'sign_in',
  which_member: 'which_member',
  not_yours: 'not_yours',
  not_admitted: 'not_admitted',
  not_accepted: 'not_accepted',
  no_such: 'no_such',
  no_caucus: 'no_caucus',
  offline: 'offline',
  come_back: 'offline',
}
/** How often somebody who waits to be let in, or for the server, is asked for again. */
const AGAIN_MS = 4_000

type Door = { readonly is: 'opening' } | { readonly is: 'open'; readonly session: BoardSession } | Shut
type Shut = { readonly is: 'shut'; readonly why: Closed }

/** The board, or what stands between it and this browser. */
export const BoardPage = ({ boardId, as, at }: BoardPageProps) => {
  const { t } = useTranslation('board')
  const [door, retry] = useDoor({ board: boardId, as, at })
  // What stands open is of this board at this place; where the board begins anew under it, it stays and says what became of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place
  useEffect(() => () => talk.set(null), [boardId, as, at])
  switch (door.is) {
    case 'opening':
      return <Loading label={t('opening')} />
    case 'shut':
      return <Shut why={door.why} boardId={boardId} as={as} at={at} onRetry={retry} />
    case 'open':
      return (
        <SessionContext value={door.session}>
          <Opened session={door.session} onRetry={retry} />
        </SessionContext>
      )
  }
}

const Opened = ({ session, onRetry }: { session: BoardSession; onRetry: () => void }) => {
  const { t } = useTranslation('board')
  const status = useReadable(session.status)
  const { board, team } = session.opened
  const mayReturn = status.is === 'ended' && status.why !== 'begun_anew' && COMES_BY_ITSELF.has(status.why)
  useEffect(() => {
    if (!mayReturn) return
    const again = setTimeout(onRetry, AGAIN_MS)
    return () => clearTimeout(again)
  }, [mayReturn, onRetry])
  switch (status.is) {
    case 'opening':
      return <Loading label={t('opening')} />
    case 'ended':
      if (status.why === 'begun_anew') return <OpenAgain onMount={onRetry} />
      return <ClosedPage why={status.why} board={board.id} team={team.id} onRetry={onRetry} unsent={session.unsent} />
    case 'open':
    case 'renewing':
      return <BoardScreen />
  }
}

/** The board has begun anew: the session that was of the old one makes way for another. */
const OpenAgain = ({ onMount }: { onMount: () => void }) => {
  const { t } = useTranslation('board')
  useEffect(onMount, [onMount])
  return <Loading label={t('opening')} />
}

/** The door did not open; what was written here and never sent is shown all the same. */
const Shut = ({ why, boardId, as, onRetry }: BoardPageProps & { why: Closed; onRetry: () => void }) => {
  const [tray] = useState(() =>
    as === undefined ? undefined : openTray({ document: { kind: 'joint', board: boardId }, member: as }),
  )
  return <ClosedPage why={why} board={boardId} onRetry={onRetry} {...(tray && { unsent: tray.unsent })} />
}

type Where = { board: BoardId; as: MemberId | undefined; at: BoardPageProps['at'] }
const OPEN = { table: openBoard, caucus: openCaucus }

const useDoor = ({ board, as, at }: Where): readonly [Door, () => void] => {
  const { t } = useTranslation('refusals')
  const [door, setDoor] = useState<Door>({ is: 'opening' })
  const [round, setRound] = useState(0)
  const retry = useCallback(() => setRound(before => before + 1), [])
  // In the language of the moment: another one is no reason to sit down anew.
  const say = useRef(t)
  say.current = t

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    let session: BoardSession | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const open = async () => {
      if (as === undefined) {
        // The address is to say who acts, so that a reload or a second tab is the same person; the page begins anew with it.
        const me = await whoAt(board)
        if (!isOver) history.replaceState(null, '', `?as=${me}${location.hash}`)
        return
      }
      const opened = await OPEN[at](board, as)
      if (isOver) return opened.close()
      session = opened
      opened.onBlocked = block => notify(say.current(`block.${block}`), { kind: 'bad' })
      setDoor({ is: 'open', session: opened })
    }
    open().catch((error: unknown) => {
      if (isOver) return
      const why = error instanceof ProblemError ? CLOSED_BY[error.code] : undefined
      if (why === undefined) {
        setDoor(() => {
          throw error
        })
        return
      }
      setDoor({ is: 'shut', why })
      if (COMES_BY_ITSELF.has(why)) again = setTimeout(retry, AGAIN_MS)
    })
    return () => {
      isOver = true
      clearTimeout(again)
      session?.close()
    }
  }, [board, as, at, round, retry])

  return [door, retry]
}
