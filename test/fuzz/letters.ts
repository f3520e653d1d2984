import { cardsOf, JOINT_TEXTS, jointTextOf } from '@jointly/board'
import * as Y from 'yjs'

/** A letter by the id that its writer's screen gave it. */
export type Letter = { readonly id: string; readonly client: number; readonly letter: string }
export type Text = { readonly words: string; readonly letters: readonly Letter[] }

/** All that stands in cards and joint texts, letter by letter; texts by the card's id or the joint text's name. */
export const textsIn = (doc: Y.Doc): Map<string, Text> =>
  new Map(
    [
      ...[...cardsOf(doc)].map(([id, card]) => [id, card.get('body') as Y.XmlFragment] as const),
      ...JOINT_TEXTS.map(text => [text as string, jointTextOf(doc, text)] as const),
    ].map(([name, fragment]) => [name, { words: fragment.toString(), letters: lettersIn(fragment) }]),
  )

const lettersIn = (holder: Y.AbstractType<unknown> | Y.XmlFragment): Letter[] => {
  const found: Letter[] = []
  for (let item = holder._start; item !== null; item = item.right) {
    const { content, deleted, id } = item
    if (deleted) continue
    if (content instanceof Y.ContentType) found.push(...lettersIn(content.type))
    if (content instanceof Y.ContentString)
      for (let i = 0; i < content.str.length; i++)
        found.push({ id: `${id.client}:${id.clock + i}`, client: id.client, letter: content.str[i] ?? '' })
  }
  return found
}

/** The text that a type belongs to, by its name in `textsIn`; empty for what is above them all. */
export const nameOf = (type: { readonly _item: Y.Item | null; readonly doc: Y.Doc | null }): string => {
  for (const text of JOINT_TEXTS) if (type.doc !== null && type === jointTextOf(type.doc, text)) return text
  const { _item: item } = type
  return item?.parentSub === 'body' && item.parent instanceof Y.Map ? (item.parent._item?.parentSub ?? '') : ''
}
