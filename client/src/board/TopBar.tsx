import { Presentation } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PanelId, Screen } from '../commands/command.ts'
import { PeopleButton } from '../people/PeopleButton.tsx'
import { useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Logo } from '../ui/Logo.tsx'
import { useNarrow } from '../ui/useNarrow.ts'
import { Clock } from './Clock.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { SaveState } from './SaveState.tsx'
import { StepMenu } from './StepMenu.tsx'
import styles from './TopBar.module.css'
import { UndoButtons } from './UndoButtons.tsx'
import type { StageView } from './useStageView.ts'

export type TopBarProps = {
  screen: Screen
  view: StageView
  panel: PanelId | null
  onPanel: (panel: PanelId | null) => void
}

/** What this board is, whether it is saved, the time, who is here. */
export const TopBar = ({ screen, view, panel, onPanel }: TopBarProps) => {
  const { t } = useTranslation('board')
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
    <header className={styles.bar}>
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
        <h1 className={styles.title}>{opened.board.title}</h1>
        {isNarrow ? (
          <StepMenu view={view} screen={screen} />
        ) : (
          <p className={styles.team}>
            {t('teamName', { team: opened.team.name })}
            {opened.board.practice && <span className={styles.practice}>{t('practice')}</span>}
          </p>
        )}
      </div>
      {!isNarrow && !screen.isBlocked && <UndoButtons screen={screen} />}
      <SaveState />
      {!isNarrow && <Clock />}
      {people}
      {!isNarrow && invite !== null && <Button onPress={invite}>{t('invite')}</Button>}
      {!isNarrow && screen.isFacilitator && (
        <Button aria-expanded={panel === 'console'} onPress={() => onPanel(panel === 'console' ? null : 'console')}>
          <Presentation aria-hidden="true" />
          {t('facilitate')}
        </Button>
      )}
      <MoreMenu screen={screen} isNarrow={isNarrow} />
    </header>
  )
}
