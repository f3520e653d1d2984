import { type JointText, jointTextOf, type Passage, passageAt, type Span, spansOf, threadsOn } from '@jointly/board'
import { useMemo } from 'react'
import type { BoardSession } from './board-session.ts'
import { useBoard, useSession } from './hooks.ts'

/** A passage that somebody has commented on: where it stands now (null: its words are gone), and whether all of it is settled. */
export type PassageHere = { readonly passage: Passage; readonly span: Span | null; readonly isOpen: boolean }

/** The passages of a joint text that are spoken of, as the text stands now. */
export const usePassages = (text: JointText): readonly PassageHere[] => {
  const { copy } = useSession()
  const board = useBoard()
  const { comments } = board
  const words = board[text]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are where they stand
  return useMemo(() => {
    const spoken = threadsOn({ comments }, text).flatMap(thread =>
      thread.passage === undefined
        ? []
        : [{ passage: thread.passage, isOpen: thread.comments.some(comment => !comment.gone) }],
    )
    const spans = spansOf(
      jointTextOf(copy.doc, text),
      spoken.map(({ passage }) => passage),
    )
    return spoken.map((one, i) => ({ ...one, span: spans[i] ?? null }))
  }, [comments, words, text, copy])
}

/** The passage of so many letters of a joint text, to be commented on; null where there is none. */
export const passageHere = ({ copy }: BoardSession, text: JointText, span: Span): Passage | null =>
  passageAt(jointTextOf(copy.doc, text), span)
