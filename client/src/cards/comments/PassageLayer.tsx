import { isSamePassage, type JointText, type Passage, type Span } from '@jointly/board'
import { MessageSquare } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardSession } from '../../session/board-session.ts'
import { useBlock, useBoard, useReadable, useSession } from '../../session/hooks.ts'
import { type PassageHere, passageHere, usePassages } from '../../session/passages.ts'
import { Button } from '../../ui/Button.tsx'
import { CommentCount, useCommentCount } from './CommentCount.tsx'
import { lettersAt, rangeOf, spanSelected } from './letters.ts'
import styles from './PassageLayer.module.css'
import { talk } from './talk.ts'

type LayerProps = { text: JointText; frame: RefObject<HTMLElement | null> }

const holderIn = (frame: Element | null) => frame?.querySelector<HTMLElement>('.ProseMirror, [data-letters]') ?? null

/**
 * What is spoken of in a joint text, marked without a change to its words, and the way to speak of some of them: the
 * browser paints the marks over the page as it stands, whether somebody edits it or only reads.
 */
export const PassageLayer = ({ text, frame }: LayerProps) => {
  const { t } = useTranslation('comments')
  const session = useSession()
  const isBlocked = useBlock() !== null
  const isEmpty = useBoard()[text].text === ''
  const count = useCommentCount(text)
  const passages = usePassages(text)
  usePainted({ text, frame }, passages)
  const selected = useSelected(frame)
  usePressed({ text, frame }, passages)
  return (
    <>
      {selected !== null && !isBlocked && (
        <button
          type="button"
          className={styles.bubble}
          style={selected.at}
          // The words stay selected while it is pressed.
          onPointerDown={event => event.preventDefault()}
          onMouseDown={event => event.preventDefault()}
          onClick={() => speakOf(session, { text, span: selected.span, passages })}
        >
          <MessageSquare aria-hidden="true" />
          {t('label')}
        </button>
      )}
      {!isEmpty && (
        <div className={styles.all}>
          <CommentCount about={text} />
          {count === 0 && !isBlocked && (
            <Button small variant="plain" onPress={() => talk.set({ about: text })}>
              <MessageSquare aria-hidden="true" />
              {t('label')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

type Speaking = { text: JointText; span: Span; passages: readonly PassageHere[] }

/** Words that are spoken of already have their talk; others begin one. */
const speakOf = (session: BoardSession, { text, span, passages }: Speaking): void => {
  const known = passages.find(({ span: of }) => of?.from === span.from && of.to === span.to)?.passage
  const passage = known ?? passageHere(session, text, span)
  if (passage !== null) talk.set({ about: text, passage })
}

/** From the toolbar of the editor: what is selected, else the passage or the paragraph that the caret stands in. */
export const speakOfSelected = (session: BoardSession, text: JointText, holder: Element): void => {
  const span = spanSelected(holder)
  if (span !== null) speakOf(session, { text, span, passages: [] })
}

/** Marks what is open, and more strongly what stands open beside the text; brings that into sight. */
const usePainted = ({ text, frame }: LayerProps, passages: readonly PassageHere[]) => {
  const open = useReadable(talk)
  const chosen: Passage | undefined = open?.about === text ? open.passage : undefined
  const paint = useRef(() => {})
  paint.current = () => {
    const holder = holderIn(frame.current)
    const rangesOf = (is: (one: PassageHere) => boolean) =>
      passages.filter(is).flatMap(({ span }) => (holder && span && rangeOf(holder, span)) ?? [])
    CSS.highlights?.set('passage', new Highlight(...rangesOf(({ isOpen }) => isOpen)))
    CSS.highlights?.set('passage-chosen', new Highlight(...rangesOf(({ passage }) => isSamePassage(passage, chosen))))
  }
  useEffect(() => paint.current())
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    // An editor that opens, or words that are drawn anew, are other places of the page.
    const observer = new MutationObserver(() => paint.current())
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      CSS.highlights?.delete('passage')
      CSS.highlights?.delete('passage-chosen')
    }
  }, [frame])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another talk is opened, not whenever the words move
  useEffect(() => {
    const holder = holderIn(frame.current)
    const span = passages.find(({ passage }) => isSamePassage(passage, chosen))?.span
    if (holder === null || chosen === undefined || !span) return
    rangeOf(holder, span)?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [chosen, frame])
}

type Selected = { readonly span: Span; readonly at: { readonly top: number; readonly left: number } }

/** What somebody has selected in the text, and where the way to comment on it stands. */
const useSelected = (frame: RefObject<HTMLElement | null>): Selected | null => {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const see = () => {
      const element = frame.current
      const holder = holderIn(element)
      const span = holder && spanSelected(holder)
      const range = span && !span.isCaret ? rangeOf(holder, span) : null
      if (element === null || !span || range === null) return setSelected(null)
      const [around, lines] = [element.getBoundingClientRect(), range.getBoundingClientRect()]
      setSelected({
        span,
        at: {
          top: lines.bottom - around.top + 6,
          left: Math.max(8, Math.min(lines.left - around.left, around.width - 140)),
        },
      })
    }
    document.addEventListener('selectionchange', see)
    return () => document.removeEventListener('selectionchange', see)
  }, [frame])
  return selected
}

/** A press on marked words opens what is said of them, where nobody edits them. */
const usePressed = ({ text, frame }: LayerProps, passages: readonly PassageHere[]) => {
  const now = useRef(passages)
  now.current = passages
  useEffect(() => {
    const element = frame.current
    const press = (event: MouseEvent) => {
      const holder = element?.querySelector('[data-letters]')
      if (!holder || !getSelection()?.isCollapsed || !(event.target instanceof Element)) return
      if (!holder.contains(event.target) || event.target.closest('a') !== null) return
      const at = lettersAt(holder, event)
      const found = now.current.find(
        ({ span, isOpen }) => isOpen && span !== null && at !== null && span.from <= at && at <= span.to,
      )
      if (found !== undefined) talk.set({ about: text, passage: found.passage })
    }
    element?.addEventListener('click', press)
    return () => element?.removeEventListener('click', press)
  }, [frame, text])
}
