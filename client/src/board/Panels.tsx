import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actionsFor, CARD_ACTIONS } from '../cards/actions.ts'
import { useCardDesk } from '../cards/CardDesk.tsx'
import type { KeyGroup, PaletteItem, PanelId, Screen } from '../commands/command.ts'
import { COMMANDS } from '../commands/commands.ts'
import { withWords } from '../i18n/language.ts'
import { useMe, useProcess, useSession } from '../session/hooks.ts'
import { useStepTitle } from '../ui/stepTitle.ts'
import type { StageView } from './useStageView.ts'

// None of these is needed to read the board or to write the first card.
const Palette = lazy(async () => ({ default: (await import('../commands/Palette.tsx')).Palette }))
const KeySheet = lazy(async () => ({ default: (await import('../commands/KeySheet.tsx')).KeySheet }))
const InviteDialog = lazy(async () => ({
  default: (await withWords('team', import('../team/InviteDialog.tsx'))).InviteDialog,
}))

const RulesDialog = lazy(async () => ({
  default: (await withWords('rules', import('../rules/RulesDialog.tsx'))).RulesDialog,
}))

const ReportDialog = lazy(async () => ({
  default: (await withWords('report', import('../report/ReportDialog.tsx'))).ReportDialog,
}))
const AskPulse = lazy(async () => ({
  default: (await withWords(['pulse', 'rounds'], import('../pulse/AskPulse.tsx'))).AskPulse,
}))
const ErasuresDialog = lazy(() => withWords('erasing', import('../cards/ErasuresDialog.tsx')))

export type PanelsProps = { panel: PanelId | null; screen: Screen; view: StageView; onClose: () => void }

/** What opens over the board, one at a time. */
export const Panels = ({ panel, screen, view, onClose }: PanelsProps) => {
  const { opened } = useSession()
  const me = useMe()
  return (
    <Suspense>
      {panel === 'palette' && <PaletteHere screen={screen} view={view} onClose={onClose} />}
      {panel === 'keys' && <KeySheetHere screen={screen} onClose={onClose} />}
      {panel === 'report' && <ReportDialog onClose={onClose} />}
      {panel === 'pulse' && <AskPulse onClose={onClose} />}
      {panel === 'rules' && <RulesDialog onClose={onClose} />}
      {panel === 'erasures' && <ErasuresDialog onClose={onClose} />}
      {panel === 'invite' && <InviteDialog team={opened.team} you={me} onClose={onClose} />}
    </Suspense>
  )
}

const PaletteHere = ({ screen, view, onClose }: Omit<PanelsProps, 'panel'>) => {
  const { t } = useTranslation('board')
  const { steps } = useProcess()
  const titleOf = useStepTitle()
  // Where one came from: the palette itself takes the focus.
  const [card] = useState(() => document.activeElement?.closest<HTMLElement>('[data-card]') ?? null)
  const cardItems = useCardItems(card)
  // What the whiteboard can do to what is selected there stands among its own.
  const [items] = useState(() => screen.ofFace?.items())
  const commands = COMMANDS.filter(command => command.id !== 'palette' && command.available(screen)).map(
    (command): PaletteItem => ({
      id: command.id,
      label: t(`command.${command.id}`),
      keys: command.keys[0],
      run: () => command.run(screen),
    }),
  )
  const goTo = steps
    .filter(step => step.id !== view.viewed.id || screen.face !== 'stage')
    .map(
      (step): PaletteItem => ({
        id: `step-${step.id}`,
        label: t('palette.goTo', { step: titleOf(step) }),
        run: () => {
          view.look(step.id)
          screen.showFace('stage')
        },
      }),
    )
  return <Palette items={[...(items ?? cardItems), ...commands, ...goTo]} onClose={onClose} />
}

/** What can be done to the card that had the focus. */
const useCardItems = (element: HTMLElement | null): PaletteItem[] => {
  const { t } = useTranslation('cards')
  const desk = useCardDesk()
  const session = useSession()
  const card = session.view.get().cards.find(({ id }) => id === element?.dataset.card)
  if (card === undefined) return []
  return actionsFor(card, desk).map(action => ({
    id: `card-${action.id}`,
    label: t(action.id),
    keys: action.keys,
    run: () => action.run(card, desk, element?.dataset.at ?? ''),
  }))
}

const KeySheetHere = ({ screen, onClose }: { screen: Screen; onClose: () => void }) => {
  const { t } = useTranslation('board')
  const { t: cards } = useTranslation('cards')
  const more: KeyGroup[] = [
    ...(screen.ofFace?.keys() ?? []),
    {
      title: t('keys.card'),
      rows: [
        { label: t('keys.walk'), keys: ['Tab'] },
        ...CARD_ACTIONS.flatMap(({ id, keys }) => (keys === undefined ? [] : [{ label: cards(id), keys: [keys] }])),
        { label: t('keys.menu'), keys: ['Shift+F10'] },
      ],
    },
    {
      title: t('keys.wording'),
      rows: [
        { label: t('keys.leave'), keys: ['Esc'] },
        { label: t('keys.next'), keys: ['Ctrl+Enter'] },
        { label: t('keys.line'), keys: ['Shift+Enter'] },
        { label: t('keys.tools'), keys: ['Alt+F10'] },
      ],
    },
  ]
  return <KeySheet more={more} onClose={onClose} />
}
