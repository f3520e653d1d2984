import { useTranslation } from 'react-i18next'
import { useReadable } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keysLabel } from '../ui/keys.ts'
import { Switch } from '../ui/Switch.tsx'
import type { KeyGroup } from './command.ts'
import { COMMANDS } from './commands.ts'
import styles from './KeySheet.module.css'
import { letterKeys } from './letterKeys.ts'

/** Every key there is, from the same tables that the keyboard reads. */
export const KeySheet = ({ more, onClose }: { more: readonly KeyGroup[]; onClose: () => void }) => {
  const { t } = useTranslation('board')
  const isOn = useReadable(letterKeys)
  const board = COMMANDS.filter(command => command.keys.length > 0).map(({ id, keys }) => ({
    label: t(`command.${id}`),
    keys,
  }))
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <div className={styles.groups}>
        {[{ title: t('keys.board'), rows: board }, ...more].map(({ title, rows }) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.rows}>
              {rows.map(({ label, keys }) => (
                <div key={label} className={styles.row}>
                  <dt>{label}</dt>
                  <dd>
                    <KeyShown keys={keys.find(one => isOn || one.length > 1)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        label={t('keys.letters')}
        description={t('keys.lettersHint')}
        isSelected={isOn}
        onChange={letterKeys.set}
      />
    </Dialog>
  )
}

/** A row's key, or that its letter is switched off. */
const KeyShown = ({ keys }: { keys: string | undefined }) => {
  const { t } = useTranslation('board')
  return keys === undefined ? (
    <span className={styles.off}>{t('keys.off')}</span>
  ) : (
    <kbd className={styles.key}>{keysLabel(keys)}</kbd>
  )
}
