import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardDeskProvider } from '../cards/CardDesk.tsx'
import { prepareEditor } from '../cards/editor/lazy.tsx'
import type { FaceActions, PanelId } from '../commands/command.ts'
import { OpenPanel } from '../commands/openPanel.ts'
import { useKeyboard } from '../commands/useKeyboard.ts'
import { withWords } from '../i18n/language.ts'
import { useSession } from '../session/hooks.ts'
import { STAGE_VIEWS } from '../stages/stageViews.ts'
import { classes } from '../ui/classes.ts'
import { Loading } from '../ui/Loading.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { useFocusKept } from '../ui/useFocusKept.ts'
import { Banners } from './Banners.tsx'
import styles from './BoardScreen.module.css'
import { rememberedFace } from './faces.ts'
import { Panels } from './Panels.tsx'
import { StageActions } from './StageActions.tsx'
import { StageBar } from './StageBar.tsx'
import { TopBar } from './TopBar.tsx'
import { UnsentTray } from './UnsentTray.tsx'
import { useBrought } from './useBrought.ts'
import { useCardInAddress } from './useCardInAddress.ts'
import { useFocusOnBoard } from './useFocusOnBoard.ts'
import { useLate } from './useLate.ts'
import { useLeaveWarning } from './useLeaveWarning.ts'
import { useScreen } from './useScreen.ts'
import { useTopHeight } from './useTopHeight.ts'
import { useVoice } from './useVoice.ts'

// On demand, with all that draws and moves things: nobody needs these to read a stage and to write the first card.
const Whiteboard = onDemand(() => withWords('canvas', import('../canvas/Whiteboard.tsx')), <Loading />)
// Whoever looks at the whiteboard first has it fetched while the cards are on their way.
if (rememberedFace() === 'whiteboard') Whiteboard.fetch()
const CaucusBar = lazy(async () => ({
  default: (await withWords('caucus', import('../caucus/CaucusBar.tsx'))).CaucusBar,
}))
const ListFace = lazy(async () => ({
  default: (await withWords('comments', import('../stages/ListFace.tsx'))).ListFace,
}))
const Console = lazy(async () => ({ default: (await withWords('facilitation', import('./Console.tsx'))).Console }))

/** The board as one person sees it: what it is, where the process stands, and one of the faces of its cards. */
export const BoardScreen = () => {
  const { t } = useTranslation('board')
  const session = useSession()
  const voice = useVoice()
  const [panel, setPanel] = useState<PanelId | null>(null)
  const [ofFace, offer] = useState<FaceActions | null>(null)
  const { screen, view } = useScreen({ voice, open: setPanel, ofFace })
  const Stage = STAGE_VIEWS[view.viewed.stage]
  const board = useRef<HTMLElement>(null)

  useKeyboard(screen)
  useLeaveWarning(session)
  useCardInAddress({ screen, look: view.look, viewed: view.viewed.id })
  const top = useRef<HTMLElement>(null)
  useTopHeight(top)
  const title = useRef<HTMLHeadingElement>(null)
  useFocusKept(title)
  useEffect(prepareEditor, [])
  useFocusOnBoard(board)
  useTopOf(view.viewed.id, screen.face)
  const isCaucus = session.place.document.kind === 'caucus'
  useBrought()
  const late = useLate()
  useEffect(() => {
    const { title } = session.opened.board
    document.title = `${isCaucus ? `${t('caucus.title')} · ` : ''}${title} · Jointly`
  }, [session, isCaucus, t])

  return (
    <OpenPanel value={setPanel}>
      <CardDeskProvider>
        <div className={classes(styles.screen, screen.face === 'whiteboard' && styles.whole)}>
          <a className={styles.skip} href="#board">
            {t('skip')}
          </a>
          <header ref={top} className={styles.top}>
            <TopBar screen={screen} view={view} panel={panel} onPanel={setPanel} title={title} />
            <Suspense>{isCaucus && <CaucusBar />}</Suspense>
            <StageBar view={view} face={screen.face} onFace={screen.showFace} />
            <Banners view={view} screen={screen} />
          </header>
          <div className={styles.body}>
            <main ref={board} id="board" className={styles.main} tabIndex={-1}>
              <Suspense fallback={<Loading />}>
                {screen.face === 'whiteboard' ? (
                  <Whiteboard onOffer={offer} />
                ) : screen.face === 'list' ? (
                  <ListFace />
                ) : (
                  <Stage key={view.viewed.id} actions={<StageActions screen={screen} />} />
                )}
              </Suspense>
            </main>
            <Suspense>
              {panel === 'console' && screen.isFacilitator && <Console view={view} onClose={() => setPanel(null)} />}
            </Suspense>
          </div>
          <UnsentTray
            store={session.unsent}
            docked
            onSend={screen.isBlocked ? undefined : session.sendAgain}
            late={late}
          />
          <p className="unseen" role="status">
            {voice.words}
          </p>
        </div>
        <Panels panel={panel} screen={screen} view={view} onClose={() => setPanel(null)} />
      </CardDeskProvider>
    </OpenPanel>
  )
}

/** Another step or face is read from its beginning, however far down one was in the last. */
const useTopOf = (step: string, face: string) => {
  const shown = useRef(`${step} ${face}`)
  useLayoutEffect(() => {
    if (shown.current === `${step} ${face}`) return
    shown.current = `${step} ${face}`
    scrollTo(0, 0)
  }, [step, face])
}
