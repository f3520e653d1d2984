import type { CardId } from '@jointly/board'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { list } from '../cards/writersText.ts'
import { useReadable, useSession } from '../session/hooks.ts'
import { useSidePhrase } from '../ui/seatWords.ts'
import { newsOf } from './news.ts'

/** Whoever listens while others write is told in one sentence, and not more often than this. */
const SUMMARY_EVERY_MS = 30_000

export type Voice = {
  /** What the live region says. */
  readonly words: string
  readonly say: (words: string) => void
  /** Says at once what has come since it was last said. */
  readonly readNews: () => void
}

/** The board's voice: what others did, summed up now and then. It never moves anybody's focus. */
export const useVoice = (): Voice => {
  const { t } = useTranslation('board')
  const session = useSession()
  const phrase = useSidePhrase()
  const arrivals = useReadable(session.arrivals)
  const [words, setWords] = useState('')
  const heard = useRef(new Set<CardId>())
  const lastAt = useRef(0)

  const say = useCallback(
    // The same words again are words again: without a difference nothing would be read.
    (next: string) => setWords(before => (before === next ? `${next}\u00a0` : next)),
    [],
  )

  const news = (): string => {
    const cards = [...arrivals.keys()]
      .filter(id => !heard.current.has(id))
      .flatMap(id => session.view.get().card(id) ?? [])
    for (const card of cards) heard.current.add(card.id)
    const process = session.process.get()
    return list(
      newsOf(cards, process).map(({ kind, side, count }) => {
        const of = process.sides.find(one => one.id === side)
        return t(`news.cards.${kind}`, { count, by: of === undefined ? '' : t('news.by', { side: phrase(of) }) })
      }),
    )
  }
  const now = useRef(news)
  now.current = news

  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come is what there is to say
  useEffect(() => {
    const waitMs = Math.max(1_000, lastAt.current + SUMMARY_EVERY_MS - Date.now())
    const timer = setTimeout(() => {
      const summary = now.current()
      if (summary === '') return
      lastAt.current = Date.now()
      say(summary)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [arrivals, say])

  return {
    words,
    say,
    readNews: () => {
      lastAt.current = Date.now()
      say(now.current() || t('news.none'))
    },
  }
}
