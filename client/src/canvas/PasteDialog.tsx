import { CARD_WIDTH, type CardId, type CardKind, MOST_CARDS_AT_ONCE } from '@jointly/board'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import PictureDialog from '../cards/PictureDialog.tsx'
import { wordsOfRow } from '../cards/pastedRows.ts'
import { useReadable } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { readPasted } from './clipboard.ts'
import { focusThing } from './focus.ts'
import styles from './PasteDialog.module.css'
import { kindHere, paste, postHere, postTexts } from './paste.ts'
import { inFront, kindsFor } from './rights.ts'
import type { Pasting } from './surface.ts'
import { useSurface } from './surfaceContext.ts'

/** What has to be asked before something pasted becomes cards. */
export const PasteDialog = () => {
  const pasting = useReadable(useSurface().pasting)
  if (pasting === null) return null
  switch (pasting.is) {
    case 'ask':
      return <PasteHere pasting={pasting} />
    case 'pictures':
      return <Pictures pasting={pasting} />
    case 'lines':
    case 'rows':
      return <Several pasting={pasting} />
  }
}

type Of<Is extends Pasting['is']> = { pasting: Extract<Pasting, { is: Is }> }

/** Pictures: sent, described and posted one after the other, each a little further. */
const Pictures = ({ pasting: { files, at } }: Of<'pictures'>) => {
  const surface = useSurface()
  const posted = useRef<CardId[]>([])
  const kind = at === null ? 'note' : kindHere(surface, at)
  return (
    <PictureDialog
      files={files}
      kinds={inFront(kind, kindsFor(surface.session))}
      onPost={card => {
        const by = posted.current.length * (CARD_WIDTH + 24)
        const id = postHere(surface, card, at === null ? null : { x: at.x + by, y: at.y })
        if (id !== null) posted.current.push(id)
        return id
      }}
      onClose={() => {
        surface.pasting.set(null)
        // When the dialog has given the focus back: the walk goes on from what has just come.
        requestAnimationFrame(() => {
          const [last] = posted.current.slice(-1).flatMap(id => surface.card(id) ?? [])
          if (last !== undefined) focusThing(surface, last)
        })
      }}
    />
  )
}

/** Several lines, or the rows of a table: a card for each, of one kind, shown before they are posted. */
const Several = ({ pasting }: Of<'lines' | 'rows'>) => {
  const { t } = useTranslation('canvas')
  const { t: common } = useTranslation('common')
  const { t: cards } = useTranslation('cards')
  const surface = useSurface()
  const [kind, setKind] = useState<CardKind>(() => kindHere(surface, pasting.at))
  const [hasHead, setHead] = useState(false)
  const texts = useMemo(() => textsOf(pasting, hasHead), [pasting, hasHead])
  const taken = texts.slice(0, MOST_CARDS_AT_ONCE)
  const close = () => surface.pasting.set(null)
  const post = (each: readonly string[]) => {
    close()
    // When the dialog has given the focus back.
    requestAnimationFrame(() => postTexts(surface, { texts: each, kind, at: pasting.at }))
  }
  return (
    <Dialog
      title={t(`paste.${pasting.is}`, { count: textsOf(pasting, false).length })}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{common('cancel')}</Button>
          {pasting.is === 'lines' && <Button onPress={() => post([pasting.text])}>{t('paste.asOne')}</Button>}
          <Button variant="primary" autoFocus onPress={() => post(taken)}>
            {t('paste.each', { count: taken.length })}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Select
          label={t('paste.kind')}
          value={kind}
          onChange={setKind}
          options={kindsFor(surface.session).map(id => ({ id, label: cards(`kind.${id}`) }))}
        />
        {pasting.is === 'rows' && pasting.rows.length > 1 && (
          <Checkbox label={t('paste.head')} isSelected={hasHead} onChange={setHead} />
        )}
      </div>
      {taken.length < texts.length && (
        <p className={styles.tooMany}>{t('paste.tooMany', { most: taken.length, count: texts.length })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <ol className={styles.preview} aria-label={t('paste.preview')} tabIndex={0}>
        {taken.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plain lines without a life of their own
          <li key={i}>{text}</li>
        ))}
      </ol>
    </Dialog>
  )
}

const textsOf = (pasting: Of<'lines' | 'rows'>['pasting'], hasHead: boolean): readonly string[] =>
  pasting.is === 'lines' ? pasting.lines : pasting.rows.slice(hasHead ? 1 : 0).map(wordsOfRow)

/** Where a browser keeps the clipboard from the page, a person can still paste into a field. */
const PasteHere = ({ pasting }: Of<'ask'>) => {
  const { t } = useTranslation('canvas')
  const { t: common } = useTranslation('common')
  const surface = useSurface()
  const [typed, setTyped] = useState('')
  const take = (forms: { text: string; html: string }) => {
    surface.pasting.set(null)
    requestAnimationFrame(() => paste(surface, readPasted(forms), pasting.at))
  }
  const close = () => surface.pasting.set(null)
  return (
    <Dialog
      title={t('command.paste')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{common('cancel')}</Button>
          <Button variant="primary" isDisabled={typed.trim() === ''} onPress={() => take({ text: typed, html: '' })}>
            {t('command.paste')}
          </Button>
        </>
      }
    >
      <p>{t('paste.here')}</p>
      <textarea
        className={styles.field}
        aria-label={t('paste.field')}
        rows={4}
        value={typed}
        autoFocus
        onChange={event => setTyped(event.target.value)}
        onPaste={event => {
          const html = event.clipboardData.getData('text/html')
          const text = event.clipboardData.getData('text/plain')
          if (typed !== '' || (html === '' && text === '')) return
          event.preventDefault()
          take({ text, html })
        }}
      />
    </Dialog>
  )
}
