import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/**
 * Somebody else's program: Yjs, the stock provider, and the names of the public interface; nothing of ours. It is told on
 * its IPC channel what to post and what to type, and tells what it holds and how its connection is doing.
 */
const [url = '', document = '', token = '', by = '', side = '', silence = ''] = process.argv.slice(2)
const doc = new Y.Doc()
const provider = new WebsocketProvider(`${url}/sync`, document, doc, { params: { token }, disableBc: true })

// Without presence of its own that comes back to it, it hears in silence only what the server says by itself.
if (silence === 'quiet') provider.awareness.setLocalState(null)

const cards = doc.getMap<Y.Map<unknown>>('cards')
const told = () =>
  [...cards.values()].map(card => ({ kind: card.get('kind'), side: card.get('side'), text: String(card.get('body')) }))
const tell = (event: Record<string, unknown>) => process.send?.(event)

provider.on('sync', (isSynced: boolean) => tell({ synced: isSynced }))
provider.on('connection-close', event => tell({ lost: event?.code ?? 'by the provider' }))
provider.on('closed', tell)
doc.on('update', () => tell({ cards: told() }))

process.on('message', ({ post }: { post: string }) => {
  const card = new Y.Map<unknown>()
  const body = new Y.XmlFragment()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(post)])
  body.insert(0, [paragraph])
  const fields = { kind: 'option', by, side, pos: { x: 0, y: 0 }, order: 'a0', body }
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) card.set(name, value)
    cards.set(`card-${doc.clientID}`, card)
  })
})
process.on('disconnect', () => process.exit(0))
