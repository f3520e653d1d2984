import {
  type Act,
  actRefusal,
  bodyOf,
  CardId,
  type CardTag,
  type Circumstances,
  cardsOf,
  FIELD_ACTS,
  JOINT_TEXTS,
  type JointText,
  jointTextOf,
  linksOf,
  MARK_FIELD_ACTS,
  type Member,
  marksOf,
} from '@jointly/board'
import * as Y from 'yjs'
import { plain } from './shown.ts'

/**
 * What somebody has done to what stood there that the table of acts does not let them do, and what words came to hold that no
 * editor makes: seen by comparing a board before and after, not by looking at the update.
 */
export type Stood = ReadonlyMap<string, Standing>
type Standing = { readonly says: string; readonly acts: (field: string) => Act | null }

/** Everything on a board that an act can change: words by card and text, open fields by card, link and mark. */
export const standing = (doc: Y.Doc): Stood => {
  const found = new Map<string, Standing>()
  const note = (name: string, value: unknown, act: Act | null) =>
    found.set(name, { says: JSON.stringify(plain(value)) ?? '', acts: () => act })
  for (const text of JOINT_TEXTS) note(text, jointTextOf(doc, text), { act: 'word text', text: text as JointText })
  for (const [id, entry] of cardsOf(doc)) {
    const card = tagOf(entry)
    note(`cards/${id} words`, bodyOf(doc, CardId.parse(id)), { act: 'word card', card })
    for (const [field, act] of Object.entries(FIELD_ACTS)) note(`cards/${id} ${field}`, entry.get(field), { act, card })
  }
  for (const [id, entry] of linksOf(doc))
    note(`links/${id} gone`, entry.get('gone'), { act: 'take away link', made: tagOf(entry) })
  for (const [id, entry] of marksOf(doc))
    for (const [field, act] of Object.entries(MARK_FIELD_ACTS))
      note(`marks/${id} ${field}`, entry.get(field), { act, made: tagOf(entry) })
  return found
}

const tagOf = (entry: Y.Map<unknown>) =>
  Object.fromEntries(['kind', 'by', 'side', 'about'].map(field => [field, entry.get(field)])) as CardTag

export const overstepped = (before: Stood, doc: Y.Doc, { who, now }: { who: Member; now: Circumstances }): string[] => {
  const after = standing(doc)
  return [...before].flatMap(([name, { says, acts }]) => {
    const act = acts(name)
    const present = after.get(name)?.says
    if (present === says || act === null) return []
    const refused = actRefusal(who, act, now)
    return refused === null ? [] : [`${refused}: ${name} was ${says} and is ${present}`]
  })
}

/** What editors make, named here once more: the gate's own table is not asked. */
const NODES = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'hardBreak']
const MARKS = ['bold', 'italic', 'link']
const ATTRIBUTES = ['level', 'start', 'type']

/** Nodes, marks, attributes and links in a board's words that no editor makes. */
export const strangeWords = (doc: Y.Doc): string[] => [
  ...JOINT_TEXTS.flatMap(text => strangeIn(jointTextOf(doc, text))),
  ...[...cardsOf(doc).keys()].flatMap(id => {
    const body = bodyOf(doc, CardId.parse(id))
    return body === undefined ? [] : strangeIn(body)
  }),
]

const strangeIn = (holder: Y.XmlFragment): string[] =>
  holder.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return strangeMarks(child)
    if (child.constructor !== Y.XmlElement || !NODES.includes(child.nodeName))
      return [`holds a ${child.constructor.name}`]
    const attributes = Object.keys(child.getAttributes()).filter(name => !ATTRIBUTES.includes(name))
    return [...attributes.map(name => `has a ${name}`), ...strangeIn(child)]
  })

type Run = { readonly insert: unknown; readonly attributes?: Record<string, { readonly href?: string } | null> }
const strangeMarks = (text: Y.XmlText): string[] =>
  (text.toDelta() as Run[]).flatMap(({ insert, attributes = {} }) => [
    ...(typeof insert === 'string' ? [] : ['holds what is no letter']),
    ...Object.keys(attributes).flatMap(name => (MARKS.includes(name) ? [] : [`marked ${name}`])),
    ...(attributes.link?.href === undefined || ['https:', 'http:', 'mailto:'].includes(protocolOf(attributes.link.href))
      ? []
      : [`leads to ${attributes.link.href}`]),
  ])
const protocolOf = (href: string): string => URL.parse(href)?.protocol ?? 'https:'
