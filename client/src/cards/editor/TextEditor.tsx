import { type JointText, jointTextOf } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/hooks.ts'
import { WordsEditor } from './WordsEditor.tsx'

export type TextEditorProps = { text: JointText }

/** A joint text, being edited: everybody who writes may, at the same time. */
export default function TextEditor({ text }: TextEditorProps) {
  const { t } = useTranslation('cards')
  const session = useSession()
  const leave = () => {
    if (session.wording.get()?.id === text) session.stopWording()
  }
  return (
    <WordsEditor
      fragment={jointTextOf(session.copy.doc, text)}
      place="text"
      label={t(`editor.labelText.${text}`)}
      onComment={holder =>
        void import('../comments/PassageLayer.tsx').then(({ speakOfSelected }) =>
          speakOfSelected(session, text, holder),
        )
      }
      onLeave={leave}
      onNext={leave}
    />
  )
}
