import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { hrefTyped } from '../links.ts'
import styles from './WordsEditor.module.css'

/** Asks where the chosen words lead to. Without chosen words the address itself is written. */
export const LinkDialog = ({ editor, onClose }: { editor: Editor; onClose: () => void }) => {
  const { t } = useTranslation('cards')
  const before: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [isBad, setBad] = useState(false)

  const set = (event: React.FormEvent) => {
    event.preventDefault()
    const href = hrefTyped(address)
    if (href === null) {
      setBad(true)
      return
    }
    const words = editor.chain().extendMarkRange('link')
    if (editor.state.selection.empty && before === undefined)
      words.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
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
