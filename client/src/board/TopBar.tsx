import { EllipsisVertical, Presentation } from 'lucide-react'
import { lazy, type RefObject, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CaucusLink } from '../caucus/CaucusLink.tsx'
import type { PanelId, Screen } from '../commands/command.ts'
import { PeopleButton } from '../people/PeopleButton.tsx'
import { useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Logo } from '../ui/Logo.tsx'
import { useStepTitle } from '../ui/stepTitle.ts'
import { useNarrow } from '../ui/useNarrow.ts'
import { Clock } from './Clock.tsx'
import { SaveState } from './SaveState.tsx'
import styles from './TopBar.module.css'
import { UndoButtons } from './UndoButtons.tsx'
import type { StageView } from './useStageView.ts'

// The board stands before its menus can open: they come a moment later, and something of their size stands there.
const MoreMenu = lazy(async () => ({ default: (await import('./MoreMenu.tsx')).MoreMenu }))
const StepMenu = lazy(async () => ({ default: (await import('./StepMenu.tsx')).StepMenu }))

export type TopBarProps = {
  screen: Screen
  view: StageView
  panel: PanelId | null
  onPanel: (panel: PanelId | null) => void
  /** Where the focus goes when the board opens, and when what had it is gone. */
  title: RefObject<HTMLHeadingElement | null>
}

/** What this board is, whether it is saved, the time, who is here. */
export const TopBar = ({ screen, view, panel, onPanel, title }: TopBarProps) => {
  const { t } = useTranslation('board')
  const titleOf = useStepTitle()
  const { opened, id } = useSession()
  const isNarrow = useNarrow()
  const invite = screen.mayInvite ? () => onPanel('invite') : null
  const people = (
    <PeopleButton
      isOpen={panel === 'people'}
      onOpenChange={isOpen => onPanel(isOpen ? 'people' : null)}
      onInvite={invite}
    />
  )
  return (
    <div className={styles.bar}>
      {!isNarrow && (
        <Link
          className={classes(styles.home)}
          href={`/team/${opened.team.id}?as=${id}`}
          aria-label={t('toTeam', { team: opened.team.name })}
        >
          <Logo />
        </Link>
      )}
      <div className={styles.names}>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {opened.board.title}
        </h1>
        {isNarrow ? (
          <Suspense fallback={<p className={styles.step}>{titleOf(view.viewed)}</p>}>
            <StepMenu view={view} screen={screen} />
          </Suspense>
        ) : (
          <p className={styles.team}>{t('teamName', { team: opened.team.name })}</p>
        )}
      </div>
      {!isNarrow && !screen.isBlocked && <UndoButtons screen={screen} />}
      <SaveState />
      {!isNarrow && <Clock />}
      {!isNarrow && <CaucusLink />}
      {people}
      {!isNarrow && invite !== null && <Button onPress={invite}>{t('invite')}</Button>}
      {!isNarrow && screen.isFacilitator && (
        <Button aria-expanded={panel === 'console'} onPress={() => onPanel(panel === 'console' ? null : 'console')}>
          <Presentation aria-hidden="true" />
          {t('facilitate')}
        </Button>
      )}
      <Suspense
        fallback={
          <IconButton label={t('more')} isDisabled>
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
      >
        <MoreMenu screen={screen} isNarrow={isNarrow} />
      </Suspense>
    </div>
  )
}
