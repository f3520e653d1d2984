import * as Y from 'yjs'
import type { CardId, LinkId, MarkId } from './ids.ts'

/**
 * The shape of a joint, caucus or draft document:
 *
 *     cards : Y.Map id -> Y.Map { …CardFields, body: Y.XmlFragment }
 *     links : Y.Map id -> Y.Map { …LinkFields }
 *     marks : Y.Map id -> Y.Map { …MarkFields }         frames and ink
 *     issue, agreement : Y.XmlFragment
 *     meta  : Y.Map { schema: number, and what a side decided about its caucus (`caucus.ts`) }
 *
 * `meta` is written by the server alone. `marks` came without a step of its own: before it there was no mark, and what is in
 * no form is not shown.
 *
 * Nested maps stand only under fresh ids: two people who make one at the same key at once lose one.
 */
export const SCHEMA_VERSION = 1

export const ROOTS = ['cards', 'links', 'marks', 'issue', 'agreement', 'meta'] as const
export type Root = (typeof ROOTS)[number]

export type YCard = Y.Map<unknown>
export const cardsOf = (doc: Y.Doc): Y.Map<YCard> => doc.getMap('cards')
export const linksOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('links')
export const marksOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('marks')
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')

export const JOINT_TEXTS = ['issue', 'agreement'] as const
export type JointText = (typeof JOINT_TEXTS)[number]
export const isJointText = (place: string): place is JointText => (JOINT_TEXTS as readonly string[]).includes(place)
export const jointTextOf = (doc: Y.Doc, text: JointText): Y.XmlFragment => doc.getXmlFragment(text)

export const cardOf = (doc: Y.Doc, id: CardId): YCard | undefined => cardsOf(doc).get(id)
export const linkOf = (doc: Y.Doc, id: LinkId): Y.Map<unknown> | undefined => linksOf(doc).get(id)
export const markOf = (doc: Y.Doc, id: MarkId): Y.Map<unknown> | undefined => marksOf(doc).get(id)

/** The fragment that holds a card's words; an editor binds to it. */
export const bodyOf = (doc: Y.Doc, id: CardId): Y.XmlFragment | undefined => {
  const body = cardOf(doc, id)?.get('body')
  return body instanceof Y.XmlFragment ? body : undefined
}

/** The moves of a minutes document, oldest first, as the server wrote them. */
export const movesOf = (doc: Y.Doc): Y.Array<unknown> => doc.getArray('moves')
