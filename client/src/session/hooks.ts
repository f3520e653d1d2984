import {
  type Act,
  actRefusal,
  type BoardView,
  type CardId,
  type CardView,
  type LinkView,
  type Member,
  type MemberId,
  type Process,
} from '@jointly/board'
import { createContext, useContext, useRef, useSyncExternalStore } from 'react'
import type { Block } from './block.ts'
import type { BoardSession } from './board-session.ts'
import { seconds } from './clock.ts'
import type { Here } from './presence.ts'
import type { SaveState } from './saved.ts'
import type { Readable } from './store.ts'

/** The board that the screens below are of. */
export const SessionContext = createContext<BoardSession | null>(null)

export const useSession = (): BoardSession => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('this is shown outside a board')
  return session
}

export const useReadable = <T>(store: Readable<T>): T => useSyncExternalStore(store.subscribe, store.get)

/** A part of what a store holds. Draws again only when that part is another, by `same`. */
export const usePart = <T, Part>(
  store: Readable<T>,
  part: (value: T) => Part,
  same: (a: Part, b: Part) => boolean = Object.is,
): Part => {
  const last = useRef<{ readonly part: Part } | null>(null)
  const get = () => {
    const next = part(store.get())
    if (last.current !== null && same(last.current.part, next)) return last.current.part
    last.current = { part: next }
    return next
  }
  return useSyncExternalStore(store.subscribe, get)
}

export const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i])

export const useBoard = (): BoardView => useReadable(useSession().view)
export const useProcess = (): Process => useReadable(useSession().process)
export const usePresence = (): readonly Here[] => useReadable(useSession().people)
export const useSaveState = (): SaveState => useReadable(useSession().saving)
/** The server's time in milliseconds, once a second. */
export const useNow = (): number => useReadable(seconds)

/** Whether this is the table: what is decided there is decided of its own cards. */
export const useIsTable = (): boolean => useSession().place.document.kind === 'joint'

export const useCard = (id: CardId): CardView | undefined => usePart(useSession().view, view => view.card(id))

/** The cards for which `is` holds, in reading order; the same array as long as they are the same cards. */
export const useCards = (is: (card: CardView) => boolean): readonly CardView[] =>
  usePart(useSession().view, view => view.cards.filter(is), sameItems)

/** What an option serves, as links, in the order in which they were made. */
export const useLinksFrom = (id: CardId): readonly LinkView[] =>
  usePart(useSession().view, view => view.links.filter(link => link.from === id), sameItems)

/** I, as the minutes have me now. */
export const useMe = (): Member => {
  const session = useSession()
  return usePart(session.process, () => session.me)
}

/** Why I cannot write now, or null if I can. */
export const useBlock = (): Block | null => useReadable(useSession().block)

/** Whether the table of acts lets me do this now, whatever else may keep me from writing. */
export const useMayDo = (act: Act): boolean => {
  const me = useMe()
  return usePart(useSession().circumstances, now => actRefusal(me, act, now) === null)
}

/** The names of the others who are writing at a place: a card, a joint text, `composer:<kind>`. */
export const useWriters = (place: string): readonly Here[] => {
  const session = useSession()
  return usePart(
    session.people,
    people => people.filter(person => person.id !== session.id && person.writing.includes(place)),
    sameItems,
  )
}

export const useIsNew = (id: CardId): boolean => usePart(useSession().arrivals, arrivals => arrivals.has(id))

export const useWordingHere = (id: string, at: string): boolean =>
  usePart(useSession().wording, wording => wording?.id === id && wording.at === at)

/** Who reworded a card beside its author. */
export const useReworders = (id: CardId): readonly MemberId[] =>
  usePart(useSession().rewordings, rewordings => rewordings.get(id) ?? NOBODY)

const NOBODY: readonly MemberId[] = []
