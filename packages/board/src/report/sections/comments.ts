import { JOINT_TEXTS } from '../../schema.ts'
import { type Block, type Source, table } from '../page.ts'

type CommentTold = Source['report']['comments'][number]

const aboutOf = (at: Source, { about, quote }: CommentTold): string => {
  if (quote !== undefined) return `“${quote.replaceAll('\n', ' ')}”`
  const text = JOINT_TEXTS.find(name => name === about)
  return text === undefined ? at.card(about) : at.words.section[text]
}

/** What is said about some of what stands in a section; the settled says so. */
export const commentsOn = (at: Source, isHere: (about: string) => boolean): Block[] => {
  const { column, comments, erased } = at.words
  return table(
    comments.title,
    [column.about, comments.title, column.side, column.by, column.state],
    at.report.comments
      .filter(({ about }) => isHere(about))
      .map(comment => [
        ...[aboutOf(at, comment), comment.text === '' ? erased : comment.text, { side: at.side(comment.side) }],
        ...[at.who(comment.by, comment.side), comment.settled ? comments.settled : null],
      ]),
  )
}
