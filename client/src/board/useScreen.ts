import { present } from '@jointly/board'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaceActions, FaceId, PanelId, Screen } from '../commands/command.ts'
import { PROBE } from '../rounds/probe.ts'
import { useBlock, useMe, useProcess, useReadable, useSession } from '../session/hooks.ts'
import { takeMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { seatsToOffer } from '../team/seats.ts'
import { focusSoon } from '../ui/focusSoon.ts'
import { notify } from '../ui/notices.ts'
import { useStepTitle } from '../ui/stepTitle.ts'
import { rememberedFace, rememberFace } from './faces.ts'
import { type StageView, useStageView } from './useStageView.ts'
import type { Voice } from './useVoice.ts'

/** Where the table stands is one notice: the newer one takes the older one's place. */
const useLatestNotice = () => {
  const takeBack = useRef(() => {})
  return (words: string) => {
    takeBack.current()
    takeBack.current = notify(words)
  }
}

type ScreenOptions = { voice: Voice; open: (panel: PanelId) => void; ofFace: FaceActions | null }

/** What this person sees and can do on this screen now: read by the bars, the keyboard and the palette. */
export const useScreen = ({ voice, open, ofFace }: ScreenOptions): { screen: Screen; view: StageView } => {
  const { t } = useTranslation('board')
  const session = useSession()
  const process = useProcess()
  const me = useMe()
  const titleOf = useStepTitle()
  const may = useMay()
  const isBlocked = useBlock() !== null
  const history = useReadable(session.history)
  const [face, setFace] = useState<FaceId>(rememberedFace)
  const sayOnce = useLatestNotice()

  const view = useStageView({
    session,
    process,
    me,
    // Whoever looks at the whiteboard or the list stays there; the step they find behind it is the new one.
    onFollowed: (step, by) =>
      sayOnce(t(face === 'stage' ? 'steps.followed' : 'steps.opened', { name: by, step: titleOf(step) })),
  })
  const showFace = (next: FaceId) => {
    setFace(next)
    rememberFace(next)
  }
  const at = process.steps.findIndex(step => step.id === view.viewed.id)
  const isViewingPresent = view.viewed.id === view.present.id

  const screen: Screen = {
    isBlocked,
    isFacilitator: me.role === 'facilitator',
    mayInvite: seatsToOffer(me, { sides: process.sides, members: present(process.members.values()) }).length > 0,
    mayAsk: may({ type: 'round.open', round: PROBE, kind: 'pulse', anonymity: 'named' }),
    canUndo: history.undo,
    canRedo: history.redo,
    face,
    ofFace,
    isViewingPresent,
    undo: () => {
      if (session.undo()) voice.say(t('news.undone'))
    },
    redo: () => {
      if (session.redo()) voice.say(t('news.redone'))
    },
    showFace,
    open,
    stepBy: by => {
      const next = process.steps[at + by]
      if (next === undefined) return
      view.look(next.id)
      showFace('stage')
    },
    goToPresent: () => {
      view.look(view.present.id)
      showFace('stage')
    },
    openForAll: () => {
      const step = view.viewed
      void takeMove(session, { type: 'stage.open', stage: step.id }).then(taken => {
        if (taken) sayOnce(t('steps.openedByYou', { step: titleOf(step) }))
      })
    },
    compose: () => {
      if (ofFace !== null) return ofFace.compose()
      showFace('stage')
      focusSoon('textarea[data-composer]')
    },
    search: () => {
      if (ofFace !== null) return ofFace.search()
      showFace('list')
      focusSoon('#list-search input, input#list-search')
    },
    readNews: voice.readNews,
  }
  return { screen, view }
}
