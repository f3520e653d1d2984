import { ACT_OF_MAKING, type Act, actOfField, actOn, actRefusal, type Circumstances, type Member } from '@jointly/board'
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
    const act = actAt(place, entry)
    return act === null ? 'fixed_field' : ask(act, key)
  }
  const make = ({ entries }: Written, key: string): CopyRefusal | null => {
    const entry = entries.get(key)
    if (entry === undefined) return 'unknown_place'
    const { root, fields } = entry
    return ask(
      ACT_OF_MAKING[root](name => standingValue(fields.get(name)), key.slice(root.length + 1)),
      key,
    )
  }
  return { change, make }
}

/** An entry itself is never written over nor deleted, and only a card has words. */
const actAt = (place: Place, entry: Y.Map<unknown>): Act | null => {
  if (place.at === 'field') return actOfField(place, entry)
  return place.at === 'words' && place.root === 'cards' ? actOn('word card', entry, place.id) : null
}
