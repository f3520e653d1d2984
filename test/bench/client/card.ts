import * as Y from 'yjs'

/** Whose card it is; Jointly refuses one that does not name the writer and the writer's side. */
export type Author = { by: string; side: string | null }

const id = (client: number) => `bench-${client}`

/** Puts a card on the board, the same on every server: complete in one update, as Jointly asks. Gives the place to type. */
export function putCard(doc: Y.Doc, author: Author): Y.XmlText {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  const body = new Y.XmlFragment()
  body.insert(0, [paragraph])
  const fields = { kind: 'note', ...author, pos: { x: 0, y: 0 }, order: 'a0', body }
  doc.getMap('cards').set(id(doc.clientID), new Y.Map<unknown>(Object.entries(fields)))
  return text
}

/** What stands on a writer's card; empty when there is no such card. */
export function wordsOf(doc: Y.Doc, client: number): string {
  const card = doc.getMap('cards').get(id(client))
  const body = card instanceof Y.Map ? card.get('body') : undefined
  const paragraph = body instanceof Y.XmlFragment ? body.get(0) : undefined
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return text instanceof Y.XmlText ? text.toString() : ''
}
