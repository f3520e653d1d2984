import type * as Y from 'yjs'
import { type Act, type CardTag, FIELD_ACTS, MARK_FIELD_ACTS, TAG } from './access.ts'
import type { CardKind, Topic } from './cards.ts'
import type { CardId, MemberId } from './ids.ts'
import type { Root } from './schema.ts'

/** The roots that hold entries by id: from what is written to one of these it follows which act the table is asked about. */
export const ENTRY_ROOTS = ['cards', 'links', 'marks'] as const satisfies readonly Root[]
export type EntryRoot = (typeof ENTRY_ROOTS)[number]

/** Which act it is to change a field; what stays as it was written is no field of these. */
export const ACT_OF_FIELD: Readonly<Record<EntryRoot, Readonly<Record<string, Act['act']>>>> = {
  cards: FIELD_ACTS,
  marks: MARK_FIELD_ACTS,
  // Whoever may take one away may show it again: it is one field, and undo writes it either way.
  links: { gone: 'take away link' },
}

/** What decides who may do what to an entry. It never changes once it stands, and stood in form when it was let in. */
export const tagOf = (entry: Y.Map<unknown>): CardTag =>
  Object.fromEntries(TAG.map(field => [field, entry.get(field)])) as CardTag

/** Doing this to an entry that stands. */
export const actOn = (act: Act['act'], entry: Y.Map<unknown>, id: string): Act =>
  // The rows of the table take the tag under one name or the other.
  ({ act, card: tagOf(entry), made: tagOf(entry), id }) as Act

/** Writing a field of an entry that stands, or taking it away; null where it is not one that may change. */
export const actOfField = (
  at: { readonly root: EntryRoot; readonly id: string; readonly field: string },
  entry: Y.Map<unknown>,
): Act | null => {
  const acts = ACT_OF_FIELD[at.root]
  const act = Object.hasOwn(acts, at.field) ? acts[at.field] : undefined
  return act === undefined ? null : actOn(act, entry, at.id)
}

/** Making an entry, from the fields that it is made with; they were found in form, or will be. */
export const ACT_OF_MAKING: Readonly<Record<EntryRoot, (field: (name: string) => unknown, id: string) => Act>> = {
  cards: (field, id) => ({
    act: 'make card',
    kind: field('kind') as CardKind,
    spokenBy: field('spokenBy') as MemberId | undefined,
    about: field('about') as Topic | undefined,
    id: id as CardId,
  }),
  links: field => ({ act: 'make link', ends: [field('from'), field('to')] as CardId[] }),
  marks: () => ({ act: 'make mark' }),
}
