import type { CardId, CardKind } from '@jointly/board'
import { ImagePlus } from 'lucide-react'
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PanelId } from '../commands/command.ts'
import { useOpenPanel } from '../commands/openPanel.ts'
import type { Block } from '../session/block.ts'
import type { Composed } from '../session/edits.ts'
import { useBlock, useSession } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { chooseFiles } from '../ui/chooseFiles.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { whenDrawn } from '../ui/whenDrawn.ts'
import styles from './Composer.module.css'
import { traitsOf } from './cardTraits.ts'
import { SetAside, useClosedKinds } from './closedKinds.tsx'
import { NO_DRAFT, useDraft } from './draft.ts'
import { excerpt } from './excerpt.ts'
import { pastedLines } from './pastedLines.ts'
import { filesIn, PICTURES } from './pictures.ts'
import { useOpenField } from './useOpenField.ts'

const PictureDialog = lazy(() => import('./PictureDialog.tsx'))

/** "Ana is writing" is taken back when she has not typed for this long. */
const IDLE_MS = 8_000

export type ComposerProps = {
  /** What can be added here; more than one is chosen above the field. */
  kinds: readonly [CardKind, ...CardKind[]]
  /** For whom, where a side has its own column. */
  sideName?: string
  /** How it is posted, where it gets a place of its own; else it takes the next free one. */
  onPost?: (card: Composed) => CardId | null
  /** It was opened to be written in, and Escape leaves it. */
  onLeave?: () => void
}

/**
 * Where a new card is written. Nobody watches: it stands on the board when it is posted, and the next can follow at once.
 * It stands under cards in which others type, and is not drawn again for them where `kinds` is one and the same array.
 */
export const Composer = memo(({ kinds, sideName = '', onPost, onLeave }: ComposerProps) => {
  const { t } = useTranslation('cards')
  const [chosen, setKind] = useState(kinds[0])
  const block = useBlock()
  const isClosed = useClosedKinds()
  const open = kinds.filter(id => !isClosed(id))
  const kind = open.includes(chosen) ? chosen : open[0]
  if (block !== null) return <Blocked reason={block} />
  const setAside = kinds.filter(isClosed).map(id => <SetAside key={id} kind={id} />)
  if (kind === undefined)
    return (
      <div className={styles.blocked}>
        {setAside}
        <p>{t('composer.closed')}</p>
      </div>
    )
  return (
    <div className={styles.composer}>
      {setAside}
      {open.length > 1 && (
        <Segmented
          label={t('composer.which')}
          value={kind}
          onChange={setKind}
          options={open.map(id => ({ id, label: t(`kind.${id}`) }))}
        />
      )}
      <Field
        key={kind}
        kind={kind}
        label={t(`composer.label.${kind}`, { side: sideName })}
        placeholder={t(`composer.short.${kind}`)}
        {...(onPost && { onPost })}
        {...(onLeave && { onLeave })}
      />
    </div>
  )
})

/** What was typed stays where it is; it can be posted when writing goes on. */
const Blocked = ({ reason }: { reason: Block }) => {
  const { t } = useTranslation('refusals')
  const { t: way } = useTranslation('board')
  const open = useOpenPanel()
  const panel = WAYS[reason]
  return (
    <div className={styles.blocked}>
      <p>{t(`block.${reason}`)}</p>
      {panel !== undefined && (
        <Button small onPress={() => open(panel)}>
          {way('rules.read')}
        </Button>
      )}
    </div>
  )
}

/** What one can do about it oneself, and where. */
const WAYS: Partial<Record<Block, PanelId>> = { rules: 'rules' }

type FieldProps = { kind: CardKind; label: string; placeholder: string } & Pick<ComposerProps, 'onPost' | 'onLeave'>

const Field = ({ kind, label, placeholder, onPost, onLeave }: FieldProps) => {
  const { t } = useTranslation('cards')
  const { edits } = useSession()
  const send = onPost ?? edits.post
  const [draft, change] = useDraft(kind)
  const [lines, setLines] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const composing = useComposing(kind)
  const { isOpen, onFocus, onBlur } = useOpenField()
  useGrowing(field, `${draft.text}${lines.length}`)
  const isOpened = onLeave !== undefined
  useEffect(() => {
    if (isOpened) field.current?.focus({ preventScroll: true })
  }, [isOpened])

  const posted = (text: string, last: CardId) => {
    change(NO_DRAFT)
    setLines([])
    setSaid(text)
    composing(false)
    field.current?.focus()
    // Where the composer is fixed at the bottom, the new card may be far from it. What has a place of its own is in sight.
    if (onPost === undefined)
      whenDrawn(() => document.getElementById(`card-${last}`)?.scrollIntoView({ block: 'nearest' }))
  }
  const post = () => {
    const text = draft.text.trim()
    if (text === '') {
      setSaid(t('composer.empty'))
      field.current?.focus()
      return
    }
    const id = send({ kind, text, source: draft.source })
    if (id !== null) posted(t('composer.posted', { text: excerpt(text) }), id)
  }
  const postEach = () => {
    const ids = lines.flatMap(text => send({ kind, text, source: draft.source }) ?? [])
    const last = ids.at(-1)
    if (last !== undefined) posted(t('composer.postedMany', { count: ids.length }), last)
  }

  return (
    <form
      className={classes(styles.field, isOpen && styles.open, draft.text !== '' && styles.filled)}
      onFocus={onFocus}
      onBlur={onBlur}
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
        placeholder={placeholder}
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
          const pasted = filesIn(event.clipboardData)
          if (pasted.length > 0) {
            event.preventDefault()
            setFiles(pasted)
            return
          }
          const found = pastedLines(event.clipboardData.getData('text/plain'))
          // After the paste itself has become a change.
          if (found.length > 1 && draft.text.trim() === '') setTimeout(() => setLines(found))
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            post()
          } else if (event.key === 'Escape') {
            // What was typed stays as a draft.
            event.preventDefault()
            if (onLeave === undefined) event.currentTarget.blur()
            else onLeave()
          }
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
        <span className={styles.keys}>{said === t('composer.empty') ? said : t('composer.keys')}</span>
        <IconButton label={t('picture.add')} onPress={() => void chooseFiles({ accept: PICTURES }).then(setFiles)}>
          <ImagePlus aria-hidden="true" />
        </IconButton>
        <Button type="submit" variant="primary">
          {t('composer.post')}
        </Button>
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
      {files.length > 0 && (
        <Suspense>
          <PictureDialog
            files={files}
            kinds={[kind]}
            text={draft.text}
            onPost={card => {
              const id = send({ ...card, source: draft.source })
              if (id !== null) posted(t('composer.posted', { text: excerpt(card.text) || t('picture.title') }), id)
              return id
            }}
            onClose={() => setFiles([])}
          />
        </Suspense>
      )}
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
    // What posts it stays in sight while it grows.
    if (document.activeElement === element) element.form?.scrollIntoView({ block: 'nearest' })
  }, [text, field])
}
