import { Autocomplete, Input, Label, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keysLabel } from '../ui/keys.ts'
import list from '../ui/List.module.css'
import { whenDrawn } from '../ui/whenDrawn.ts'
import type { PaletteItem } from './command.ts'
import styles from './Palette.module.css'

/** Everything that can be done here, found by typing. */
export const Palette = ({ items, onClose }: { items: readonly PaletteItem[]; onClose: () => void }) => {
  const { t } = useTranslation('board')
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField className={classes(list.search)} autoFocus>
          <Label className="unseen">{t('palette.search')}</Label>
          <Input className={classes(list.input)} placeholder={t('palette.search')} />
        </SearchField>
        <Menu
          className={classes(styles.list)}
          aria-label={t('palette.title')}
          items={items}
          renderEmptyState={() => <p className={styles.nothing}>{t('palette.nothing')}</p>}
        >
          {item => (
            <MenuItem
              id={item.id}
              // “go to options” finds Go to “Options”.
              textValue={item.label.replace(/[“”]/g, '')}
              className={classes(list.item, styles.item)}
              onAction={() => {
                onClose()
                whenDrawn(item.run)
              }}
            >
              <span className={styles.label}>{item.label}</span>
              {item.keys !== undefined && <kbd className={styles.keys}>{keysLabel(item.keys)}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}
