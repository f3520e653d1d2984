import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess, useSession } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { sideOf } from '../author.ts'
import { cardLink } from '../cardLink.ts'
import { hrefTyped } from '../links.ts'
import styles from './WordsEditor.module.css'

/** Asks where the chosen words lead to. Without chosen words the address itself is written, or the card's own words. */
export const LinkDialog = ({ editor, onClose }: { editor: Editor; onClose: () => void }) => {
  const { t } = useTranslation('cards')
  const before: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [isBad, setBad] = useState(false)
  const { place } = useSession()
  const board = useBoard()
  const process = useProcess()
  const served = board.cards.filter(({ kind, gone }) => (kind === 'option' || kind === 'interest') && !gone)
  const chosen = served.find(({ id }) => cardLink(place.document, id) === address)

  const set = (event: React.FormEvent) => {
    event.preventDefault()
    const href = hrefTyped(address)
    if (href === null) {
      setBad(true)
      return
    }
    const words = editor.chain().extendMarkRange('link')
    if (editor.state.selection.empty && before === undefined)
      words
        .insertContent({
          type: 'text',
          text: chosen?.text || address.trim(),
          marks: [{ type: 'link', attrs: { href } }],
        })
        .run()
    else words.setMark('link', { href }).run()
    onClose()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    onClose()
  }

  return (
    <Dialog title={t('editor.linkTitle')} onClose={onClose}>
      <form className={styles.linkForm} onSubmit={set}>
        <TextField
          label={t('editor.linkAddress')}
          description={t('editor.linkHint')}
          error={isBad ? t('editor.linkBad') : undefined}
          value={address}
          onChange={typed => {
            setAddress(typed)
            setBad(false)
          }}
          inputMode="url"
          autoFocus
        />
        {served.length > 0 && (
          <Select
            label={t('editor.linkCard')}
            placeholder={t('editor.linkCardNone')}
            value={chosen?.id ?? null}
            onChange={id => {
              setAddress(cardLink(place.document, id))
              setBad(false)
            }}
            options={served.map(card => ({
              ...{ id: card.id, label: card.text, description: t(`kind.${card.kind}`) },
              icon: <SideMark side={sideOf(process, card.side)} size={18} decorative />,
            }))}
          />
        )}
        <div className={styles.linkActions}>
          {before !== undefined && <Button onPress={remove}>{t('editor.linkRemove')}</Button>}
          <Button type="submit" variant="primary">
            {t('editor.linkSet')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
