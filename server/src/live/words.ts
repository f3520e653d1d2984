import { holdsLetters, isMarkInForm, isWordNode, mayHold, WORD_NODES, type WordsPlace } from '@jointly/board'
import * as Y from 'yjs'
import type { z } from 'zod'
import type { Words } from './places.ts'

/**
 * Whether an item among words is one that an editor can have made: letters and marks in a run of letters, known nodes in
 * nodes that hold such, known attributes. Which node stands in which was decided when it was made, and never changes, so
 * each new item is looked at by itself. What was collected since has no content to look at.
 */
export const isInWords = ({ content }: Y.Item, { text, holder, key }: Words): boolean => {
  if (content instanceof Y.ContentDeleted) return true
  if (holder === null) return false
  if (key !== null) return holder !== 'top' && holder !== 'letters' && isAttribute(content, holder, key)
  if (holder === 'letters')
    return content instanceof Y.ContentFormat
      ? isMarkInForm(content.key, content.value)
      : content instanceof Y.ContentString
  const type = content instanceof Y.ContentType ? content.type : null
  if (type?.constructor === Y.XmlText) return holdsLetters(holder)
  if (!(type instanceof Y.XmlElement) || type.constructor !== Y.XmlElement || !isWordNode(type.nodeName)) return false
  return mayHold(placeOf(text), holder, type.nodeName)
}

const placeOf = (text: Words['text']): WordsPlace => (text === null ? 'card' : 'text')

const isAttribute = (content: Y.Item['content'], node: keyof typeof WORD_NODES, key: string): boolean => {
  const attributes: Readonly<Record<string, z.ZodType>> = WORD_NODES[node].attributes
  const form = Object.hasOwn(attributes, key) ? attributes[key] : undefined
  return (
    form !== undefined &&
    content instanceof Y.ContentAny &&
    content.arr.length === 1 &&
    form.safeParse(content.arr[0]).success
  )
}
