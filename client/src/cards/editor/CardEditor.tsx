import { bodyOf, type CardId, type CardKind } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/hooks.ts'
import { startNext } from '../startNext.ts'
import { WordsEditor } from './WordsEditor.tsx'

export type CardEditorProps = {
  id: CardId
  at: string
  kind: CardKind
  /** How the next card begins, where this place has no composer that stands there. */
  onNext?: () => void
}

/** The words of one card, being edited. */
export default function CardEditor({ id, at, kind, onNext }: CardEditorProps) {
  const { t } = useTranslation('cards')
  const session = useSession()
  const fragment = bodyOf(session.copy.doc, id)
  /** Only while this is what is being worded: a click on another card has begun that one already. */
  const leave = () => {
    const wording = session.wording.get()
    if (wording?.id === id && wording.at === at) session.stopWording()
  }
  return fragment === undefined ? null : (
    <WordsEditor
      fragment={fragment}
      place="card"
      label={t('editor.label')}
      onLeave={leave}
      onNext={() => {
        leave()
        if (onNext === undefined) startNext(kind)
        else onNext()
      }}
    />
  )
}
