import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import { Menu, MenuItem } from './Menu.tsx'
import { chooseTheme, THEMES, type Theme, useTheme } from './theme.ts'

const ICONS = {
  system: <SunMoon aria-hidden="true" />,
  light: <Sun aria-hidden="true" />,
  dark: <Moon aria-hidden="true" />,
} satisfies Record<Theme, React.ReactNode>

/** Light, dark, or as the device prefers. */
export const ThemeMenu = () => {
  const { t } = useTranslation('common')
  const theme = useTheme()
  return (
    <Menu label={t('theme')} trigger={<IconButton label={t('theme')}>{ICONS[theme]}</IconButton>}>
      {THEMES.map(choice => (
        <MenuItem
          key={choice}
          label={t(`themeChoice.${choice}`)}
          icon={choice === theme ? <Check aria-hidden="true" /> : ICONS[choice]}
          onAction={() => chooseTheme(choice)}
        />
      ))}
    </Menu>
  )
}
