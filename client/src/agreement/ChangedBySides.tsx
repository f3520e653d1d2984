import { sideOf } from '../cards/author.ts'
import { useProcess, useSession } from '../session/hooks.ts'
import { useReply } from '../session/useReply.ts'
import { Difference } from '../ui/Difference.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import styles from './Agreement.module.css'
import { type Stretch, sidesOfWords } from './sidesOfWords.ts'
import type { Told } from './texts.ts'

/** What was put in stands behind the mark of the side that wrote it. */
export const ChangedBySides = ({ before, now }: { before: Told; now: Told }) => {
  const session = useSession()
  const [answer] = useReply('authorship', {
    params: { id: session.opened.board.id },
    query: { of: 'agreement', ...(now.version !== null && { version: now.version }) },
    as: session.id,
  })
  // Until it is told, and where it cannot be, the difference is shown without it.
  const split = answer.state === 'ready' ? sidesOfWords(now.text, answer.reply.runs) : null
  if (split === null) return <Difference before={before.text} now={now.text} />
  return (
    <Difference
      before={before.text}
      now={now.text}
      // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the text
      ofNew={(from, to) => split(from, to).map((stretch, i) => <Words key={i} stretch={stretch} />)}
    />
  )
}

const Words = ({ stretch: { text, side } }: { stretch: Stretch }) => {
  const process = useProcess()
  if (side === undefined || !/[\p{L}\p{N}]/u.test(text)) return text
  const of = sideOf(process, side)
  return (
    <span className={styles.wrote} style={sideStyle(of)}>
      <SideMark side={of} size={15} />
      {text}
    </span>
  )
}
