import { type JointText as Name, rulesInForce } from '@jointly/board'
import { PenLine } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../i18n/language.ts'
import { useBlock, useBoard, useMayDo, useProcess, useSession, useWordingHere, useWriters } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { onDemand } from '../ui/onDemand.tsx'
import { TextEditor } from './editor/lazy.tsx'
import styles from './JointText.module.css'
import { RichText } from './RichText.tsx'
import { useWritersText } from './writersText.ts'

const AT = 'text'
const WhoWrote = lazy(() => import('./WhoWrote.tsx'))
const PassageLayer = onDemand(async () => ({
  default: (await withWords('comments', import('./comments/PassageLayer.tsx'))).PassageLayer,
}))
const Switch = onDemand(async () => ({ default: (await import('../ui/Switch.tsx')).Switch }))

/** A text that belongs to everybody at the table: read by all, edited in place by whoever may write. */
export const JointText = ({ text, large = false }: { text: Name; large?: boolean }) => {
  const { t } = useTranslation('cards')
  const session = useSession()
  const view = useBoard()[text]
  const writers = useWriters(text)
  const writersText = useWritersText()
  const block = useBlock()
  const may = useMayDo({ act: 'word text', text }) && block === null
  const isMine = useWordingHere(text, AT)
  const frame = useRef<HTMLDivElement>(null)
  const was = useRef(false)
  useEffect(() => {
    if (isMine && !may) session.stopWording()
    // Whoever ends the wording goes on from where they began it.
    if (was.current && !isMine && document.activeElement === document.body)
      frame.current?.querySelector('button')?.focus()
    was.current = isMine
  }, [isMine, may, session])

  const isEmpty = view.text === ''
  const [wantsMarks, setWantsMarks] = useState(false)
  const process = useProcess()
  const late = session.place.document.kind === 'joint' ? process.late.get(text) : undefined
  const mayMark = rulesInForce(process).authorship && !isEmpty && session.place.document.kind === 'joint'
  return (
    <div ref={frame} className={classes(styles.text, large && styles.large)}>
      {isMine && may ? (
        <Suspense fallback={<RichText nodes={view.body} />}>
          <TextEditor key={session.copy.doc.guid} text={text} />
        </Suspense>
      ) : (
        <>
          {isEmpty ? (
            <p className={styles.empty}>{t(`text.empty.${text}`)}</p>
          ) : wantsMarks && mayMark ? (
            <Suspense fallback={<RichText nodes={view.body} />}>
              <WhoWrote key={view.text} text={text} />
            </Suspense>
          ) : (
            <div data-letters>
              <RichText nodes={view.body} />
            </div>
          )}
          <div className={styles.foot}>
            {may && (
              <Button small onPress={() => session.startWording({ id: text, at: AT })}>
                <PenLine aria-hidden="true" />
                {t(isEmpty ? `text.start.${text}` : `text.edit.${text}`)}
              </Button>
            )}
            {mayMark && <Switch label={t('whoWrote.show')} isSelected={wantsMarks} onChange={setWantsMarks} />}
            {late !== undefined && (
              <span className={styles.writing}>
                {t('lateWords', { name: process.members.get(late.by)?.name ?? t('unknownAuthor') })}
              </span>
            )}
            {writers.length > 0 && <span className={styles.writing}>{writersText(writers)}</span>}
          </div>
        </>
      )}
      <PassageLayer text={text} frame={frame} />
    </div>
  )
}
