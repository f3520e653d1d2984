import { CardFields, type EntryRoot, isRightlyAbout, LinkFields, type Member, OnlyMarkFields } from '@jointly/board'
import type { CopyRefusal } from '@jointly/protocol'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { z } from 'zod'
import { ENTRIES, type Place } from './places.ts'

/** What an update writes outside of words: which entries are new, and by entry and field the items. */
export type Written = { readonly born: Set<string>; readonly entries: Map<string, EntryWritten> }
type EntryWritten = { readonly root: EntryRoot; readonly fields: Map<string, FieldWritten> }
/** `stands`: the last item that the same update does not take back. */
export type FieldWritten = { readonly items: Y.Item[]; stands: Y.Item | null }

export const keyOf = ({ root, id }: Place): string => `${root}/${id}`
export const nothingWritten = (): Written => ({ born: new Set(), entries: new Map() })

/**
 * Notes an item outside of words. In any order: a later stretch offline, under another client id, may stand in the update
 * before the card that it is about.
 */
export const note = (
  { born, entries }: Written,
  item: Y.Item,
  where: Place & { at: 'entry' | 'field' },
  { doc, takesBack }: { doc: Y.Doc; takesBack: (item: Y.Item) => boolean },
): CopyRefusal | null => {
  const key = keyOf(where)
  const { fields } = entries.get(key) ?? { fields: new Map<string, FieldWritten>() }
  entries.set(key, { root: where.root, fields })
  if (where.at === 'field') {
    // Added to, not copied: one frame can hold a hundred thousand writes to one place.
    const written = fields.get(where.field) ?? { items: [], stands: null }
    written.items.push(item)
    if (isOne(item) && !takesBack(item)) written.stands = item
    fields.set(where.field, written)
    return null
  }
  if (born.has(key) || doc.getMap(where.root).has(where.id)) return 'fixed_field'
  if (typeOf(item.content)?.constructor !== Y.Map) return 'incomplete_card'
  born.add(key)
  return null
}

/** What stands at a key is one value; several in one item, or none, are what was replaced and taken back. */
const isOne = ({ content, length }: Y.Item) => length === 1 && !(content instanceof Y.ContentDeleted)

/** Whether what is written has the form that the schema gives it; new cards and links are whole and carry their writer. */
export const refusedForm = ({ born, entries }: Written, member: Member): CopyRefusal | null => {
  for (const [key, { root, fields }] of entries) {
    const form = ENTRIES[root]
    for (const [field, { items, stands }] of fields) {
      const isOpen = form.open.includes(field)
      // Of two values at one key Yjs keeps the one that it sorts last, which need not be the one that was looked at.
      if (!isOpen && (!born.has(key) || items.length > 1 || stands === null)) return 'fixed_field'
      if (isOpen && !items.every(item => isInForm(item, form.fields[field]))) return 'incomplete_card'
    }
    const refused = born.has(key) ? refusedBirth(root, fields, member) : null
    if (refused !== null) return refused
  }
  return null
}

/** A value that was replaced or taken back since may have been collected. */
const isInForm = ({ content }: Y.Item, schema: z.ZodType | undefined): boolean =>
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentAny && (schema === undefined || content.arr.every(value => isAll(schema, value))))

/** The value is what its form reads, and holds nothing beside it, however deep: what nobody reads could not be seen or erased. */
const isAll = (schema: z.ZodType, value: unknown): boolean => {
  const read = schema.safeParse(value)
  return read.success && equalityDeep(read.data, value)
}

/** The value that a field stands with after the update, as far as the update says. */
export const standingValue = (written: FieldWritten | undefined): unknown => contentOf(written?.stands?.content)

const contentOf = (content: Y.Item['content'] | undefined): unknown =>
  content instanceof Y.ContentAny ? content.arr[0] : typeOf(content)

const typeOf = (content: Y.Item['content'] | undefined) => (content instanceof Y.ContentType ? content.type : undefined)

const NewCard = z.strictObject(CardFields.shape).refine(isRightlyAbout)
const NewLink = z.strictObject(LinkFields.shape)

/** Whether a new entry is whole, and has nothing beside what the schema gives it. */
const IS_WHOLE: Readonly<Record<EntryRoot, (fields: Readonly<Record<string, unknown>>) => boolean>> = {
  cards: ({ body, ...fields }) => body?.constructor === Y.XmlFragment && isAll(NewCard, fields),
  links: fields => isAll(NewLink, fields),
  marks: fields => isAll(OnlyMarkFields, fields),
}

const refusedBirth = (
  root: EntryRoot,
  written: ReadonlyMap<string, FieldWritten>,
  member: Pick<Member, 'id' | 'side'>,
): CopyRefusal | null => {
  const fields = Object.fromEntries(
    [...written].flatMap(([name, field]) => (field.stands === null ? [] : [[name, standingValue(field)]])),
  )
  if (fields.by !== member.id || fields.side !== member.side) return 'wrong_author'
  return IS_WHOLE[root](fields) ? null : 'incomplete_card'
}

/** Cards and links are never deleted, nor are their fixed fields; open fields may be, where a card can do without. */
export const refusedLoss = (where: Place & { at: 'entry' | 'field' }, { entries }: Written): CopyRefusal | null => {
  const form = ENTRIES[where.root]
  if (where.at === 'entry' || !form.open.includes(where.field)) return 'fixed_field'
  const stands = entries.get(keyOf(where))?.fields.get(where.field)?.stands ?? null
  return stands === null && form.fields[where.field]?.safeParse(undefined).success === false ? 'incomplete_card' : null
}
