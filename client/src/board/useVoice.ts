import type { CardId } from '@jointly/board'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCardNames } from '../cards/useCardName.ts'
import { useReadable, useSession } from '../session/hooks.ts'
import { listed } from '../ui/listed.ts'
import { useSidePhrase } from '../ui/seatWords.ts'
import { type Listening, listening } from './listening.ts'
import { newsOf } from './news.ts'

/** How often whoever listens while others write is told, at most. */
const EVERY_MS: Readonly<Record<Exclude<Listening, 'off'>, number>> = { summary: 30_000, all: 0 }
/** What comes at once is said at once. */
const TOGETHER_MS = 1_000

export type Voice = {
  /** What the live region says. */
  readonly words: string
  readonly say: (words: string) => void
  /** Says at once what has come since it was last said. */
  readonly readNews: () => void
}

/** The board's voice: what others did, as the listener chose. It never moves anybody's focus. */
export const useVoice = (): Voice => {
  const { t } = useTranslation('board')
  const session = useSession()
  const phrase = useSidePhrase()
  const arrivals = useReadable(session.arrivals)
  const chosen = useReadable(listening)
  const nameOf = useCardNames()
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
    if (chosen === 'all') return cards.map(nameOf).join('. ')
    const process = session.process.get()
    return listed(
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
    if (chosen === 'off') return
    const waitMs = Math.max(TOGETHER_MS, lastAt.current + EVERY_MS[chosen] - Date.now())
    const timer = setTimeout(() => {
      const words = now.current()
      if (words === '') return
      lastAt.current = Date.now()
      say(words)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [arrivals, chosen, say])

  return {
    words,
    say,
    readNews: () => {
      lastAt.current = Date.now()
      say(now.current() || t('news.none'))
    },
  }
}
