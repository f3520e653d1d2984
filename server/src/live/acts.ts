import {
  type Act,
  actRefusal,
  type CardId,
  type CardKind,
  type CardTag,
  type Circumstances,
  FIELD_ACTS,
  MARK_FIELD_ACTS,
  type Member,
  type MemberId,
  TAG,
  type Topic,
} from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import * as Y from 'yjs'
import { keyOf, standingValue, type Written } from './entries.ts'
import type { Place } from './places.ts'

/** Asks the table of acts, each act on each thing once for a whole update. */
export const asker = (who: { doc: Y.Doc; member: Member; now: Circumstances; born: ReadonlySet<string> }) => {
  const asked = new Map<string, CopyRefusal | null>()
  const ask = (act: Act, about: string): CopyRefusal | null => {
    const name = `${act.act} ${about}`
    const before = asked.get(name)
    if (before !== undefined) return before
    const refusal = actRefusal(who.member, act, who.now)
    asked.set(name, refusal)
    return refusal
  }
  /** Writing or deleting what stands at a place. What belongs to an entry that the update itself makes is part of making it. */
  const change = (place: Place): CopyRefusal | null => {
    if (place.at === 'words' && place.text !== null) return ask({ act: 'word text', text: place.text }, place.text)
    const key = keyOf(place)
    if (who.born.has(key)) return null
    const entry = who.doc.getMap(place.root).get(place.id)
    if (!(entry instanceof Y.Map)) return 'unknown_place'
    const act = place.at === 'entry' ? null : CHANGES[place.root]?.(entry, place)
    return act === null || act === undefined ? 'fixed_field' : ask(act, key)
  }
  const make = ({ entries }: Written, key: string): CopyRefusal | null => {
    const { root = '', fields } = entries.get(key) ?? {}
    const act = MAKINGS[root]?.(name => standingValue(fields?.get(name)), key.slice(root.length + 1) as CardId)
    return act === undefined ? 'unknown_place' : ask(act, key)
  }
  return { change, make }
}

/** A row per root: which act it is to change an entry there, or null where nothing of the kind may be changed. */
const CHANGES: Readonly<
  Record<string, (entry: Y.Map<unknown>, place: Place & { at: 'field' | 'words' }) => Act | null>
> = {
  cards: (entry, place) => {
    const of = { card: tagOf(entry), id: place.id as CardId }
    if (place.at === 'words') return { act: 'word card', ...of }
    return isOpenField(place.field) ? { act: FIELD_ACTS[place.field], ...of } : null
  },
  // Whoever may take one away may show it again: it is one field, and undo writes it either way.
  links: entry => ({ act: 'take away link', made: tagOf(entry) }),
  marks: (entry, place) =>
    place.at === 'field' && isMarkField(place.field) ? { act: MARK_FIELD_ACTS[place.field], made: tagOf(entry) } : null,
}

/** The same for making one, from the fields that it is made with. */
const MAKINGS: Readonly<Record<string, (field: (name: string) => unknown, id: CardId) => Act>> = {
  cards: (field, id) => ({
    act: 'make card',
    kind: field('kind') as CardKind,
    spokenBy: field('spokenBy') as MemberId | undefined,
    about: field('about') as Topic | undefined,
    id,
  }),
  links: field => ({ act: 'make link', ends: [field('from'), field('to')] as CardId[] }),
  marks: () => ({ act: 'make mark' }),
}

/** These never change once they stand, and stood in form when they were let in. */
const tagOf = (entry: Y.Map<unknown>) => Object.fromEntries(TAG.map(field => [field, entry.get(field)])) as CardTag

const isMarkField = (field: string): field is keyof typeof MARK_FIELD_ACTS => Object.hasOwn(MARK_FIELD_ACTS, field)
const isOpenField = (field: string): field is keyof typeof FIELD_ACTS => Object.hasOwn(FIELD_ACTS, field)
