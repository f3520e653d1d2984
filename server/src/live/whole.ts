import { CardFields, LinkFields, OnlyMarkFields } from '@jointly/board'
import * as Y from 'yjs'
import type { z } from 'zod'

/**
 * Whether every card, link and mark whose fields a transaction changed can still be read. Asked after applying: which of two
 * values at one key stands, Yjs alone decides, so that a value that loses and a deletion of the one that won would together
 * leave a card without its place, and no screen would show it any more.
 */
export const leavesWhole = ({ doc, changed }: Y.Transaction): boolean =>
  FORMS.every(({ root, isWhole }) => {
    const entries = doc.getMap(root)
    const isRoot = (type: unknown) => type === entries
    return [...changed].every(([type, keys]) => {
      if (isRoot(type)) return [...keys].every(id => id === null || isWhole(entries.get(id)))
      return !isRoot(type._item?.parent) || isWhole(type)
    })
  })

const inForm = (entry: unknown, form: z.ZodType): entry is Y.Map<unknown> =>
  entry instanceof Y.Map && form.safeParse(Object.fromEntries(entry)).success

const FORMS: readonly { readonly root: string; readonly isWhole: (entry: unknown) => boolean }[] = [
  { root: 'cards', isWhole: entry => inForm(entry, CardFields) && entry.get('body') instanceof Y.XmlFragment },
  { root: 'links', isWhole: entry => inForm(entry, LinkFields) },
  // Nothing beside its own kind's fields: ink has neither a size nor a title.
  { root: 'marks', isWhole: entry => inForm(entry, OnlyMarkFields) },
]
