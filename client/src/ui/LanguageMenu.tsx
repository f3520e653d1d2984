import { Check, Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES, useLanguage } from '../i18n/language.ts'
import { IconButton } from './IconButton.tsx'
import { Menu, MenuItem } from './Menu.tsx'
import { useLanguageChoice } from './useLanguageChoice.ts'

/** Each language by its own name. */
export const LanguageMenu = () => {
  const { t } = useTranslation('common')
  const language = useLanguage()
  const choose = useLanguageChoice()
  return (
    <Menu
      label={t('language')}
      trigger={
        <IconButton label={t('language')}>
          <Languages aria-hidden="true" />
        </IconButton>
      }
    >
      {LANGUAGES.map(one => (
        <MenuItem
          key={one}
          label={LANGUAGE_NAMES[one]}
          lang={one}
          // Without a mark its room stays, so that the names begin in one line.
          icon={one === language && <Check aria-hidden="true" />}
          onAction={() => choose(one)}
        />
      ))}
    </Menu>
  )
}
