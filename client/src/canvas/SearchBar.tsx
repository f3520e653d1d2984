import type { CardView } from '@jointly/board'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { authorOf } from '../cards/author.ts'
import { isLikeWords } from '../cards/likeWords.ts'
import { useBoard, useMe, useProcess, useReadable } from '../session/hooks.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { focusThing } from './focus.ts'
import { lookAtCard } from './looking.ts'
import styles from './SearchBar.module.css'
import { useSurface } from './surfaceContext.ts'
import { idsOf } from './thing.ts'

/** Finds cards by their words, their author, a side, a kind; goes from one to the next, and the others step back. */
export const SearchBar = () => {
  const search = useReadable(useSurface().search)
  return search === null ? null : <Bar asked={search} />
}

const Bar = ({ asked }: { asked: { readonly words: string } }) => {
  const { t } = useTranslation('canvas')
  const surface = useSurface()
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(asked.words)
  const found = useFound(words)
  const [at, setAt] = useState<CardView['id'] | null>(null)
  const index = found.findIndex(({ id }) => id === at)

  // Asked for again while it is open, it takes the focus once more.
  useEffect(() => {
    if (asked !== null) field.current?.select()
  }, [asked])
  useEffect(() => surface.found.set(words.trim() === '' ? null : new Set(idsOf(found))), [surface, found, words])
  useEffect(() => () => surface.found.set(null), [surface])

  const go = (by: 1 | -1) => {
    const next = found.at(index === -1 && by === 1 ? 0 : (index + by) % Math.max(1, found.length))
    if (next === undefined) return
    setAt(next.id)
    lookAtCard(surface, next)
  }
  const leave = () => {
    surface.search.set(null)
    const card = found[index]
    // The keyboard goes on from what was found; from nothing, from where it was on the board.
    if (card !== undefined) focusThing(surface, card)
    else document.getElementById('board')?.focus({ preventScroll: true })
  }

  return (
    <search className={styles.bar} data-over>
      <input
        ref={field}
        type="search"
        className={styles.field}
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setAt(null)
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') leave()
          else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={styles.count} role="status">
        {words.trim() !== '' &&
          (index === -1
            ? t('search.found', { count: found.length })
            : t('search.count', { at: index + 1, of: found.length }))}
      </span>
      <IconButton label={t('search.previous')} isDisabled={found.length === 0} onPress={() => go(-1)}>
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton label={t('search.next')} isDisabled={found.length === 0} onPress={() => go(1)}>
        <ChevronDown aria-hidden="true" />
      </IconButton>
      <IconButton label={t('search.leave')} onPress={leave}>
        <X aria-hidden="true" />
      </IconButton>
    </search>
  )
}

const NONE: readonly CardView[] = []

/** The cards that are like the words, in reading order. */
const useFound = (words: string): readonly CardView[] => {
  const { t } = useTranslation('cards')
  const { t: common } = useTranslation('common')
  const { cards } = useBoard()
  const process = useProcess()
  const me = useMe()
  return useMemo(() => {
    if (words.trim() === '') return NONE
    const textOf = (card: CardView) => {
      const { name, side, system } = authorOf(card, process, me)
      const who = system ? t('fromTheCase') : name
      return [card.text, card.source, card.alt, who, side?.name ?? common('neutral'), t(`kind.${card.kind}`)].join(' ')
    }
    return cards.filter(card => !card.gone && isLikeWords(textOf(card), words))
  }, [cards, words, process, me, t, common])
}
