import { type CardKind, JOINT_TEXTS, type JointText } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { excerpt } from '../cards/excerpt.ts'
import { useReadable } from '../session/hooks.ts'
import type { Store } from '../session/store.ts'
import type { Unsent } from '../session/unsent.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { notify } from '../ui/notices.ts'
import styles from './UnsentTray.module.css'

export type UnsentTrayProps = {
  store: Store<readonly Unsent[]>
  /** Over the board's corner, so that it is seen wherever one is. */
  docked?: boolean
}

/** Words that the server did not take, each with the reason. They stay until they were copied or dismissed. */
export const UnsentTray = ({ store, docked = false }: UnsentTrayProps) => {
  const { t } = useTranslation('board')
  const unsent = useReadable(store)
  if (unsent.length === 0) return null
  return (
    <section
      className={classes(styles.tray, docked && styles.docked)}
      aria-label={t('unsent.title', { count: unsent.length })}
    >
      <div role="status">
        <h2 className={styles.title}>{t('unsent.title', { count: unsent.length })}</h2>
      </div>
      <p className={styles.hint}>{t('unsent.hint')}</p>
      <ul className={styles.list}>
        {unsent.map(entry => (
          <Entry key={entry.id} entry={entry} onDismiss={() => store.set(store.get().filter(one => one !== entry))} />
        ))}
      </ul>
    </section>
  )
}

const Entry = ({ entry, onDismiss }: { entry: Unsent; onDismiss: () => void }) => {
  const { t } = useTranslation('board')
  const { t: cards } = useTranslation('cards')
  const { t: refusals } = useTranslation('refusals')
  const text = excerpt(entry.text, 30)
  const copy = async () => {
    // On plain http there is no clipboard; the words stand here to be selected.
    const copied = await (navigator.clipboard as Clipboard | undefined)?.writeText(entry.text).then(
      () => true,
      () => false,
    )
    notify(t(copied ? 'unsent.copied' : 'unsent.copyFailed'), { kind: copied ? 'good' : 'bad' })
  }
  return (
    <li className={styles.entry}>
      <p className={styles.what}>
        {isText(entry.what) ? t(`unsent.what.${entry.what}`) : cards(`kind.${entry.what}`)} ·{' '}
        {refusals(`copy.${entry.reason}`)}
      </p>
      <p className={styles.words}>{entry.text}</p>
      <div className={styles.actions}>
        <Button small aria-label={t('unsent.copyNamed', { text })} onPress={copy}>
          {t('unsent.copy')}
        </Button>
        <Button small variant="plain" aria-label={t('unsent.dismissNamed', { text })} onPress={onDismiss}>
          {t('unsent.dismiss')}
        </Button>
      </div>
    </li>
  )
}

const isText = (what: CardKind | JointText): what is JointText => (JOINT_TEXTS as readonly string[]).includes(what)
