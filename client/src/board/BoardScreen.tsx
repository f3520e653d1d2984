import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardDeskProvider } from '../cards/CardDesk.tsx'
import { prepareEditor } from '../cards/editor/lazy.ts'
import type { PanelId } from '../commands/command.ts'
import { useKeyboard } from '../commands/useKeyboard.ts'
import { useSession } from '../session/hooks.ts'
import { ListFace } from '../stages/ListFace.tsx'
import { STAGE_VIEWS } from '../stages/stageViews.ts'
import { Banners } from './Banners.tsx'
import styles from './BoardScreen.module.css'
import { Console } from './Console.tsx'
import { Panels } from './Panels.tsx'
import { StageActions } from './StageActions.tsx'
import { StageBar } from './StageBar.tsx'
import { TopBar } from './TopBar.tsx'
import { UnsentTray } from './UnsentTray.tsx'
import { useCardInAddress } from './useCardInAddress.ts'
import { useLeaveWarning } from './useLeaveWarning.ts'
import { useScreen } from './useScreen.ts'
import { useVoice } from './useVoice.ts'

/** The board as one person sees it: what it is, where the process stands, and one of the faces of its cards. */
export const BoardScreen = () => {
  const { t } = useTranslation('board')
  const session = useSession()
  const voice = useVoice()
  const [panel, setPanel] = useState<PanelId | null>(null)
  const { screen, view } = useScreen({ voice, open: setPanel })
  const Stage = STAGE_VIEWS[view.viewed.stage]

  useKeyboard(screen)
  useLeaveWarning(session)
  useCardInAddress({ look: view.look, showFace: screen.showFace, viewed: view.viewed.id })
  useEffect(prepareEditor, [])
  useEffect(() => {
    document.title = `${session.opened.board.title} · Jointly`
  }, [session])

  return (
    <CardDeskProvider>
      <div className={styles.screen}>
        <a className={styles.skip} href="#board">
          {t('skip')}
        </a>
        <TopBar screen={screen} view={view} panel={panel} onPanel={setPanel} />
        <StageBar view={view} face={screen.face} onFace={screen.showFace} />
        <div className={styles.body}>
          <main id="board" className={styles.main} tabIndex={-1}>
            <Banners view={view} />
            <UnsentTray store={session.unsent} />
            {screen.face === 'list' ? (
              <ListFace />
            ) : (
              <Stage key={view.viewed.id} actions={<StageActions screen={screen} />} />
            )}
          </main>
          {panel === 'console' && screen.isFacilitator && <Console view={view} onClose={() => setPanel(null)} />}
        </div>
        <p className="unseen" role="status">
          {voice.words}
        </p>
      </div>
      <Panels panel={panel} screen={screen} view={view} onClose={() => setPanel(null)} />
    </CardDeskProvider>
  )
}
