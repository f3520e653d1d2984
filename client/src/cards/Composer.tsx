import type { CardKind } from '@jointly/board'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlock, useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './Composer.module.css'
import { traitsOf } from './cardTraits.ts'
import { NO_DRAFT, useDraft } from './draft.ts'
import { excerpt } from './excerpt.ts'
import { pastedLines } from './pastedLines.ts'

/** "Ana is writing" is taken back when she has not typed for this long. */
const IDLE_MS = 8_000

export type ComposerProps = {
  /** What can be added here; more than one is chosen above the field. */
  kinds: readonly [CardKind, ...CardKind[]]
  /** For whom, where a side has its own column. */
  sideName?: string
}

/** Where a new card is written. Nobody watches: it stands on the board when it is posted, and the next can follow at once. */
export const Composer = ({ kinds, sideName = '' }: ComposerProps) => {
  const { t } = useTranslation('cards')
  const [kind, setKind] = useState(kinds[0])
  const block = useBlock()
  return block === null ? (
    <div className={styles.composer}>
      {kinds.length > 1 && (
        <Segmented
          label={t('composer.which')}
          value={kind}
          onChange={setKind}
          options={kinds.map(id => ({ id, label: t(`kind.${id}`) }))}
        />
      )}
      <Field key={kind} kind={kind} label={t(`composer.label.${kind}`, { side: sideName })} />
    </div>
  ) : (
    <Blocked reason={block} />
  )
}

/** What was typed stays where it is; it can be posted when writing goes on. */
const Blocked = ({ reason }: { reason: NonNullable<ReturnType<typeof useBlock>> }) => {
  const { t } = useTranslation('refusals')
  return <p className={styles.blocked}>{t(`block.${reason}`)}</p>
}

const Field = ({ kind, label }: { kind: CardKind; label: string }) => {
  const { t } = useTranslation('cards')
  const { edits } = useSession()
  const [draft, change] = useDraft(kind)
  const [lines, setLines] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const composing = useComposing(kind)
  useGrowing(field, draft.text)

  const posted = (text: string) => {
    change(NO_DRAFT)
    setLines([])
    setSaid(text)
    composing(false)
    field.current?.focus()
  }
  const post = () => {
    const text = draft.text.trim()
    if (text === '') {
      setSaid(t('composer.empty'))
      field.current?.focus()
    } else if (edits.post({ kind, text, source: draft.source }) !== null)
      posted(t('composer.posted', { text: excerpt(text) }))
  }
  const postEach = () => {
    const done = lines.filter(text => edits.post({ kind, text, source: draft.source }) !== null)
    if (done.length > 0) posted(t('composer.postedMany', { count: done.length }))
  }

  return (
    <form
      className={classes(styles.field, draft.text !== '' && styles.filled)}
      onSubmit={event => {
        event.preventDefault()
        post()
      }}
    >
      <textarea
        ref={field}
        className={styles.input}
        data-composer={kind}
        aria-label={label}
        placeholder={label}
        rows={1}
        enterKeyHint="send"
        value={draft.text}
        onChange={event => {
          change({ text: event.target.value })
          composing(event.target.value.trim() !== '')
          setLines([])
          setSaid('')
        }}
        onPaste={event => {
          const found = pastedLines(event.clipboardData.getData('text/plain'))
          // After the paste itself has become a change.
          if (found.length > 1 && draft.text.trim() === '') setTimeout(() => setLines(found))
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            post()
          } else if (event.key === 'Escape') event.currentTarget.blur()
        }}
        onBlur={() => composing(false)}
      />
      {traitsOf(kind).sourced && (
        <input
          className={styles.source}
          aria-label={t('composer.source')}
          placeholder={t('composer.source')}
          maxLength={300}
          value={draft.source}
          onChange={event => change({ source: event.target.value })}
        />
      )}
      {lines.length > 1 && (
        <div className={styles.lines}>
          <span>{t('composer.lines', { count: lines.length })}</span>
          <Button small onPress={postEach}>
            {t('composer.oneEach')}
          </Button>
          <Button
            small
            variant="plain"
            onPress={() => {
              setLines([])
              field.current?.focus()
            }}
          >
            {t('composer.keepOne')}
          </Button>
        </div>
      )}
      <div className={styles.actions}>
        <span className={styles.keys}>{t('composer.keys')}</span>
        <Button type="submit" variant="primary">
          {t('composer.post')}
        </Button>
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
    </form>
  )
}

/** Tells the others that something is being composed, while it is. */
const useComposing = (kind: CardKind) => {
  const session = useSession()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      session.sayComposing(null)
    },
    [session],
  )
  return (is: boolean) => {
    clearTimeout(timer.current)
    session.sayComposing(is ? kind : null)
    if (is) timer.current = setTimeout(() => session.sayComposing(null), IDLE_MS)
  }
}

/** A field as tall as its words. `field-sizing` would do, where every browser had it. */
const useGrowing = (field: React.RefObject<HTMLTextAreaElement | null>, text: string) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what it grows with
  useEffect(() => {
    const element = field.current
    if (element === null) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [text, field])
}
