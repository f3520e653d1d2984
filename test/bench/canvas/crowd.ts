import { type BoardId, bodyOf, type CardId, cardsOf } from '@jointly/board'
import * as Y from 'yjs'
import { openScreen, type Person, type Screen, synced } from '../../world.ts'
import type { Crowd } from './others.ts'

const TYPING_EVERY_MS = 150
const DRAG_EVERY_MS = 40

process.once('disconnect', () => process.exit(0))
/** Nobody keeps time with the others: they begin one after the other. */
process.once('message', async ({ url, board, people, busy: count = people.length }: Crowd) => {
  const all = await Promise.all(people.map(person => enter(url, person, board)))
  for (const [i, busy] of all.slice(0, count).entries()) setTimeout(busy, (TYPING_EVERY_MS * i) / count)
  process.send?.('busy')
})

/** Somebody comes in; answers with what they do from then on: type on a card of their own and drag another about. */
const enter = async (url: string, person: Person, board: BoardId): Promise<() => void> => {
  const { doc, provider, ...screen } = openScreen({ url }, person, `joint:${board}`)
  await synced({ doc, provider, ...screen })
  const own = [...cardsOf(doc)].flatMap(([id, card]) => (card.get('by') === person.member.id ? [id as CardId] : []))
  const words = wordsIn(doc, own[0])
  deafen(provider)
  let turn = 0
  const drag = () => {
    turn += 0.1
    const by = [Math.round(60 * Math.cos(turn)), Math.round(60 * Math.sin(turn))] as const
    const held = own.slice(1, 2)
    const cursor = [600 + by[0], 300 + by[1]]
    provider.awareness.setLocalState({
      writing: own[0] ?? null,
      canvas: { cursor, selected: held, drag: { cards: held, by } },
    })
  }
  return () => {
    setInterval(() => words?.insert(words.length, 'o '), TYPING_EVERY_MS)
    setInterval(drag, DRAG_EVERY_MS)
  }
}

/**
 * From now on it takes what comes off the wire and looks at none of it: everybody but the one who is measured has a machine
 * of their own, and must not take this one's time for reading.
 */
const deafen = (provider: Screen['provider']) => {
  if (provider.ws === null) throw new Error('whoever has no socket hears nothing anyway')
  provider.ws.onmessage = () => {
    provider.wsLastMessageReceived = Date.now()
  }
}

const wordsIn = (doc: Y.Doc, id: CardId | undefined): Y.XmlText | null => {
  const paragraph = id === undefined ? undefined : bodyOf(doc, id)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return text instanceof Y.XmlText ? text : null
}
