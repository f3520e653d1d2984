import type { Member, MemberId } from '@jointly/board'
import { Asks, CanvasPresence, type Presence } from '@jointly/protocol'
import { createStore, type Readable } from './store.ts'

/** A person who is here now, however many tabs or devices they have open. */
export type Here = {
  readonly id: MemberId
  readonly name: string
  readonly side: string | null
  readonly role: string
  /** What they are writing at: a card's id, a joint text, `composer:<kind>`. */
  readonly writing: readonly string[]
  /** What they ask of the facilitator, in each of their tabs. */
  readonly asks: readonly Asks[]
}

/** Somebody else who has the whiteboard open, as they are there. */
export type OnCanvas = Omit<Here, 'writing' | 'asks'> & CanvasPresence

/** The others on the whiteboard, each once: whoever has it open twice is where they spoke last. */
const onCanvas = (states: Iterable<Presence>, me: MemberId): OnCanvas[] => {
  const seen = new Map<string, OnCanvas>()
  for (const { user, canvas } of states) {
    if (user === undefined || user.id === me || !canvas) continue
    // Whatever another page says of itself is read like any other input.
    const said = CanvasPresence.safeParse(canvas)
    if (said.success)
      seen.set(user.id, { ...said.data, id: user.id as MemberId, name: user.name, side: user.side, role: user.role }) // stamped by the server
  }
  return [...seen.values()]
}

/**
 * Everybody behind the presence states, each once, in the order of their names. A state without the server's stamp is
 * nobody yet. `me` is always here: the server does not send one's own stamp back.
 */
export const peopleHere = (states: Iterable<Presence>, me: Omit<Here, 'writing' | 'asks'>): Here[] => {
  const people = new Map<string, Here>([[me.id, { ...me, writing: [], asks: [] }]])
  for (const { user, writing, asks } of states) {
    if (user === undefined) continue
    const known = people.get(user.id)
    const places = known?.writing ?? []
    const asked = Asks.safeParse(asks).data
    people.set(user.id, {
      ...(known ?? { id: user.id as MemberId, name: user.name, side: user.side, role: user.role }), // stamped by the server
      writing: writing && !places.includes(writing) ? [...places, writing] : places,
      asks: [...(known?.asks ?? []), ...(asked === undefined ? [] : [asked])],
    })
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
}

export const samePeople = (a: readonly Here[], b: readonly Here[]): boolean =>
  a.length === b.length &&
  a.every((person, i) => {
    const other = b[i]
    return (
      other !== undefined &&
      person.id === other.id &&
      person.name === other.name &&
      person.side === other.side &&
      person.role === other.role &&
      person.writing.join() === other.writing.join() &&
      JSON.stringify(person.asks) === JSON.stringify(other.asks)
    )
  })

/** Who is here, and what the others do on the whiteboard, as heard last. */
export type Company = { readonly people: Readable<readonly Here[]>; readonly onCanvas: Readable<readonly OnCanvas[]> }

export const watchCompany = (me: () => Member): Company & { see: (heard: () => Iterable<Presence>) => void } => {
  const people = createStore<readonly Here[]>(peopleHere([], me()), samePeople)
  const others = createStore<readonly OnCanvas[]>([])
  return {
    people,
    onCanvas: others,
    see: heard => {
      people.set(peopleHere(heard(), me()))
      others.set(onCanvas(heard(), me().id))
    },
  }
}
