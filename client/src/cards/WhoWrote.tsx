import type { JointText } from '@jointly/board'
import { useTranslation } from 'react-i18next'
import { useProcess, useSession } from '../session/hooks.ts'
import { useReply } from '../session/useReply.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import { sideOf } from './author.ts'
import styles from './WhoWrote.module.css'

/** The words of a joint text, each stretch behind the mark of the side that wrote it and under its own kind of line. */
export default function WhoWrote({ text }: { text: JointText }) {
  const { t } = useTranslation('cards')
  const session = useSession()
  const process = useProcess()
  const [answer] = useReply('authorship', {
    ...{ params: { id: session.opened.board.id }, query: { of: text }, as: session.id },
  })
  if (answer.state === 'loading') return <p className={styles.state}>{t('whoWrote.loading')}</p>
  if (answer.state === 'failed') return <p className={styles.state}>{problemSentence(answer.error)}</p>
  return (
    <p className={styles.words}>
      {answer.reply.runs.map(({ text: words, side, by }, i) => {
        const of = sideOf(process, side)
        const name = by === undefined ? undefined : process.members.get(by)?.name
        // A stretch may begin with the end of the line before: the mark stands where its words begin.
        const said = words.trimStart()
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the text
          <span key={i} style={sideStyle(of)} title={name}>
            {words.slice(0, words.length - said.length)}
            {said !== '' && <SideMark side={of} system={by === 'system'} size={15} />}
            <span className={styles.run} data-side={side ?? undefined}>
              {said}
            </span>
          </span>
        )
      })}
    </p>
  )
}
