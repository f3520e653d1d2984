import { CardKind } from '@jointly/board'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { excerpt } from '../cards/excerpt.ts'
import { useReadable } from '../session/hooks.ts'
import type { Store } from '../session/store.ts'
import type { Unsent, UnsentReason } from '../session/unsent.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { notify } from '../ui/notices.ts'
import styles from './UnsentTray.module.css'
import type { LateWork } from './useLate.ts'

export type UnsentTrayProps = {
  store: Store<readonly Unsent[]>
  /** Over the board's corner, so that it is seen wherever one is. */
  docked?: boolean
  /** Tries one again; null, or why not. Absent where nothing can be sent now. */
  onSend?: ((entry: Unsent) => UnsentReason | null) | undefined
  /** What may be asked for work that came too late. */
  late?: LateWork | undefined
}

/**
 * What the server did not take, each with the reason. It stays until it was sent again or dismissed; where it lies over the
 * board it can be folded, and whatever comes anew opens it again.
 */
export const UnsentTray = ({ store, docked = false, onSend, late }: UnsentTrayProps) => {
  const { t } = useTranslation('board')
  const unsent = useReadable(store)
  const [folded, setFolded] = useState<ReadonlySet<Unsent['id']>>(new Set())
  if (unsent.length === 0) return null
  const isFolded = unsent.every(({ id }) => folded.has(id))
  const Chevron = isFolded ? ChevronDown : ChevronUp
  return (
    <section
      className={classes(styles.tray, docked && styles.docked)}
      aria-label={t('unsent.title', { count: unsent.length })}
    >
      <div className={styles.head}>
        <div role="status">
          <h2 className={styles.title}>{t('unsent.title', { count: unsent.length })}</h2>
        </div>
        {docked && (
          <IconButton
            label={t(isFolded ? 'unsent.unfold' : 'unsent.fold')}
            aria-expanded={!isFolded}
            small
            noTooltip
            onPress={() => setFolded(new Set(isFolded ? [] : unsent.map(({ id }) => id)))}
          >
            <Chevron aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {!isFolded && (
        <>
          <p className={styles.hint}>{t(onSend === undefined ? 'unsent.hintCopy' : 'unsent.hint')}</p>
          <ul className={styles.list}>
            {unsent.map(entry => (
              <Entry
                key={entry.id}
                entry={entry}
                onSend={onSend}
                late={onSend && late}
                onDismiss={() => store.set(store.get().filter(one => one !== entry))}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

type EntryProps = { entry: Unsent; onDismiss: () => void } & Pick<UnsentTrayProps, 'onSend' | 'late'>

const Entry = ({ entry, onDismiss, onSend, late }: EntryProps) => {
  const { t } = useTranslation('board')
  const { t: cards } = useTranslation('cards')
  const { t: refusals } = useTranslation('refusals')
  const what = isCardKind(entry.what) ? cards(`kind.${entry.what}`) : t(`unsent.what.${entry.what}`)
  const text = excerpt(entry.text, 30) || what
  const askIn = late?.ask(entry)
  const hasAsked = late?.hasAsked(entry) === true
  const send = () => {
    const why = onSend?.(entry)
    if (why === undefined) return
    notify(why === null ? t('unsent.sent') : refusals(`copy.${why}`), { kind: why === null ? 'good' : 'bad' })
  }
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
        {[what, ...(entry.did === 'written' ? [] : [t(`unsent.did.${entry.did}`)])].join(' · ')}.{' '}
        {refusals(`copy.${entry.reason}`)}
      </p>
      {entry.text !== '' && <p className={styles.words}>{entry.text}</p>}
      <p className={styles.what} role="status">
        {hasAsked && t('unsent.askedIn')}
      </p>
      <div className={styles.actions}>
        {askIn !== undefined && !hasAsked && (
          <Button small aria-label={t('unsent.askInNamed', { text })} onPress={askIn}>
            {t('unsent.askIn')}
          </Button>
        )}
        {askIn === undefined && onSend !== undefined && entry.again !== null && (
          <Button small aria-label={t('unsent.sendNamed', { text })} onPress={send}>
            {t('unsent.send')}
          </Button>
        )}
        <Button small variant="plain" aria-label={t('unsent.copyNamed', { text })} onPress={copy}>
          {t('unsent.copy')}
        </Button>
        <Button small variant="plain" aria-label={t('unsent.dismissNamed', { text })} onPress={onDismiss}>
          {t('unsent.dismiss')}
        </Button>
      </div>
    </li>
  )
}

const isCardKind = (what: Unsent['what']): what is CardKind => CardKind.safeParse(what).success
