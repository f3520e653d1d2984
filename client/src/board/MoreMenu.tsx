import {
  Activity,
  AudioLines,
  ChevronsUp,
  Columns3,
  DoorClosed,
  DoorOpen,
  EllipsisVertical,
  FileText,
  Keyboard,
  Languages,
  LayoutDashboard,
  LayoutList,
  Presentation,
  Redo2,
  Scale,
  Search,
  SunMoon,
  Undo2,
  UserPlus,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMyCaucus } from '../caucus/mine.ts'
import type { FaceId, Screen } from '../commands/command.ts'
import { LANGUAGE_NAMES, LANGUAGES, useLanguage } from '../i18n/language.ts'
import { useIsTable, useReadable, useSession } from '../session/hooks.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { keysLabel } from '../ui/keys.ts'
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { chooseTheme, THEMES, useTheme } from '../ui/theme.ts'
import { useLanguageChoice } from '../ui/useLanguageChoice.ts'
import { whenDrawn } from '../ui/whenDrawn.ts'
import { FACES } from './faces.ts'
import { chooseListening, LISTENING, listening } from './listening.ts'

const FACE_ICONS = {
  whiteboard: <LayoutDashboard aria-hidden="true" />,
  stage: <Columns3 aria-hidden="true" />,
  list: <LayoutList aria-hidden="true" />,
} as const satisfies Record<FaceId, React.ReactNode>

/** What has no place of its own in the bar; on a phone nearly everything. */
export const MoreMenu = ({ screen, isNarrow }: { screen: Screen; isNarrow: boolean }) => {
  const { t } = useTranslation('board')
  const { t: common } = useTranslation('common')
  const { opened, id } = useSession()
  const isTable = useIsTable()
  const caucus = useMyCaucus()
  const [, navigate] = useLocation()
  const theme = useTheme()
  const language = useLanguage()
  const chosen = useReadable(listening)
  const nextChosen = LISTENING[(LISTENING.indexOf(chosen) + 1) % LISTENING.length] ?? 'summary'
  const choose = useLanguageChoice()
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <Menu
      label={t('actions')}
      trigger={
        <IconButton label={t('more')}>
          <EllipsisVertical aria-hidden="true" />
        </IconButton>
      }
    >
      {isNarrow && (
        <>
          {!screen.isBlocked && (
            <>
              <MenuItem
                label={t('undo')}
                icon={<Undo2 aria-hidden="true" />}
                isDisabled={!screen.canUndo}
                onAction={screen.undo}
              />
              <MenuItem
                label={t('redo')}
                icon={<Redo2 aria-hidden="true" />}
                isDisabled={!screen.canRedo}
                onAction={screen.redo}
              />
            </>
          )}
          {FACES.filter(face => face !== screen.face).map(face => (
            <MenuItem
              key={face}
              label={t(`command.${face}Face`)}
              icon={FACE_ICONS[face]}
              onAction={() => screen.showFace(face)}
            />
          ))}
          {caucus !== null && (
            <MenuItem
              label={t(isTable ? 'caucus.ours' : 'caucus.toTable')}
              icon={isTable ? <DoorClosed aria-hidden="true" /> : <DoorOpen aria-hidden="true" />}
              onAction={() => navigate(isTable ? caucus.href : `/board/${opened.board.id}?as=${id}`)}
            />
          )}
          {screen.isFacilitator && (
            <MenuItem
              label={t('facilitate')}
              icon={<Presentation aria-hidden="true" />}
              onAction={() => screen.open('console')}
            />
          )}
          {screen.mayInvite && (
            <MenuItem
              label={t('invite')}
              icon={<UserPlus aria-hidden="true" />}
              onAction={() => screen.open('invite')}
            />
          )}
          <MenuLine />
        </>
      )}
      <MenuItem
        label={t('command.search')}
        icon={<Search aria-hidden="true" />}
        hint={keysLabel('Ctrl+F')}
        onAction={() => whenDrawn(screen.search)}
      />
      <MenuItem
        label={t('command.palette')}
        icon={<ChevronsUp aria-hidden="true" />}
        hint={keysLabel('Ctrl+K')}
        onAction={() => screen.open('palette')}
      />
      <MenuItem
        label={t('command.report')}
        icon={<FileText aria-hidden="true" />}
        onAction={() => screen.open('report')}
      />
      {screen.mayAsk && (
        <MenuItem
          label={t('command.pulse')}
          icon={<Activity aria-hidden="true" />}
          onAction={() => screen.open('pulse')}
        />
      )}
      <MenuItem label={t('command.rules')} icon={<Scale aria-hidden="true" />} onAction={() => screen.open('rules')} />
      <MenuItem
        label={t('command.keys')}
        icon={<Keyboard aria-hidden="true" />}
        hint="?"
        onAction={() => screen.open('keys')}
      />
      <MenuLine />
      <MenuItem
        label={common('theme')}
        icon={<SunMoon aria-hidden="true" />}
        description={common(`themeChoice.${theme}`)}
        onAction={() => chooseTheme(nextTheme)}
      />
      <MenuItem
        label={t('listening.label')}
        icon={<AudioLines aria-hidden="true" />}
        description={t(`listening.${chosen}`)}
        onAction={() => chooseListening(nextChosen)}
      />
      {LANGUAGES.filter(other => other !== language).map(other => (
        <MenuItem
          key={other}
          label={LANGUAGE_NAMES[other]}
          lang={other}
          icon={<Languages aria-hidden="true" />}
          onAction={() => choose(other)}
        />
      ))}
      <MenuItem
        label={t('closed.toTeam')}
        icon={<Users aria-hidden="true" />}
        onAction={() => navigate(`/team/${opened.team.id}?as=${id}`)}
      />
    </Menu>
  )
}
