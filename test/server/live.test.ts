import { cardOf, documentOf, placeCard } from '@jointly/board'
import { UNION, words } from '@jointly/board/testing'
import { CLOSE } from '@jointly/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { call, move, startWorld, type World } from '../world.ts'
import { craft, docWithCard, element, item } from './craft.ts'
import { type Disk, slowDisk, type Write } from './disk.ts'
import { type Seated, seatTable, type Table } from './seats.ts'
import { isRead, joinWire, openWire, step1, step2, updateMessage, type Wire, writes } from './wire.ts'

let now = Date.parse('2026-09-01T09:00:00Z')
let disk: Disk
let world: World
let table: Table
let joint: string
const LIMITS = { bufferedBytes: 256 << 10 }
beforeEach(async () => {
  disk = slowDisk()
  world = await startWorld({ storage: disk.storage, clock: () => now, limits: LIMITS })
  table = await seatTable(world)
  joint = `joint:${table.board}`
})
afterEach(async () => {
  disk.release()
  await world.stop()
})

const wireOf = (who: Seated, name = joint) => joinWire(world, name, { token: who.token, query: { saved: '1' } })
const cardBy = ({ member }: Seated, text?: string) =>
  docWithCard({ by: member.id, side: member.side, ...(text !== undefined && { text }) })
const rowsOf = (name: string) => (write: Write) => write.appends?.some(({ document }) => document === name) ?? false
const updates = ({ heard }: Wire) => heard.filter(({ kind }) => kind === 'update').length
const cardsOn = ({ doc }: Wire) => doc.getMap('cards').size

test('[L3] what is committed together leaves in one frame; who wrote all of it is sent nothing, who wrote a part gets it whole', async () => {
  const [ugo, mia, max] = [await wireOf(table.ugo), await wireOf(table.mia), await wireOf(table.max)]
  disk.hold()
  ugo.send(step2(cardBy(table.ugo).update))
  await disk.waits(rowsOf(joint))
  // While that is being written, the next commit gathers: two of Ugo's and one of Mia's.
  for (const wire of [ugo, ugo, mia]) wire.send(step2(cardBy(wire === mia ? table.mia : table.ugo).update))
  await Promise.all([isRead(ugo), isRead(mia)])
  disk.release()
  await max.hears(() => cardsOn(max) === 4)
  await Promise.all([isRead(ugo), isRead(mia)])
  expect({ ugo: updates(ugo), mia: updates(mia), max: updates(max) }).toEqual({ ugo: 1, mia: 2, max: 2 })
})

test('[L3] what says nothing new is no row and no frame', async () => {
  const [ugo, max] = [await wireOf(table.ugo), await wireOf(table.max)]
  const { update } = cardBy(table.ugo)
  await writes(ugo, update)
  await max.hears(() => cardsOn(max) === 1)
  const rows = (await disk.storage.head(joint)).seq
  await writes(ugo, update)
  await isRead(max)
  expect([updates(max), (await disk.storage.head(joint)).seq]).toEqual([1, rows])
})

/** A card that stands, and the updates of letters typed on it one after the other. */
const typing = async (who: Seated, letters: string) => {
  const wire = await wireOf(who)
  const { doc, update, card } = cardBy(who, 'Cover')
  await writes(wire, update)
  const updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  const text = words(doc, card)
  for (const letter of letters) text.insert(text.length, letter)
  return { wire, doc, id: card, updates }
}
const countOf = ({ heard }: Wire) => heard.findLast(message => message.kind === 'saved')?.count

test('[L26] what was typed while the server was busy is one row and one frame, acknowledged letter by letter', async () => {
  const { wire, id, updates: typed } = await typing(table.ugo, ' times')
  const max = await wireOf(table.max)
  const [rows, frames, before] = [(await disk.storage.head(joint)).seq, updates(max), countOf(wire) ?? 0]
  for (const update of typed) wire.send(updateMessage(update))
  // Asked in the same breath, so answered with all of it.
  wire.send(step1())
  await wire.hears(() => countOf(wire) === before + typed.length)
  const answer = await wire.hears(heard => heard.filter(({ kind }) => kind === 'step2')[1])
  await max.hears(() => words(max.doc, id).toString() === 'Cover times')
  expect(words(documentOf('update' in answer ? [answer.update] : []), id).toString()).toBe('Cover times')
  expect([(await disk.storage.head(joint)).seq - rows, updates(max) - frames]).toEqual([1, 1])
})

test('[L26] of what was typed in one breath, all that stands before something refused is kept, and nothing behind it', async () => {
  const { wire, id, updates: typed } = await typing(table.ugo, ' times')
  const max = await wireOf(table.max)
  const forged = craft([item([7, 0], element(), { parent: 'nowhere' })])
  for (const update of [...typed.slice(0, 3), forged, ...typed.slice(3)]) wire.send(updateMessage(update))
  expect(await wire.closed).toEqual({ code: CLOSE.discard.code, reason: 'unknown_place' })
  await isRead(max)
  expect(words(max.doc, id).toString()).toBe('Cover ti')
  const rows = await disk.storage.read(joint)
  expect(words(documentOf(rows.map(({ bytes }) => bytes)), id).toString()).toBe('Cover ti')
})

test('[L26] where only applying shows what is wrong, the rest is asked of a document that holds nothing of it', async () => {
  const { wire, doc, id, updates: typed } = await typing(table.ugo, ' times')
  const max = await wireOf(table.max)
  const letters = words(doc, id)._start as Y.Item
  const [run, from] = [letters.id.client, letters.id.clock]
  const crossed = craft([item([70, 0], new Y.ContentString('x'), { origin: [run, from + 3], right: [run, from + 1] })])
  for (const update of [...typed.slice(0, 3), crossed, ...typed.slice(3)]) wire.send(updateMessage(update))
  expect(await wire.closed).toEqual({ code: CLOSE.discard.code, reason: 'crossed_origins' })
  await max.hears(() => words(max.doc, id).toString() === 'Cover ti')
  expect(countOf(wire)).toBeLessThanOrEqual(2 + 3)
})

test('[L26] what leans on letters that were refused is not taken for whole, and everybody goes on', async () => {
  const ugo = await wireOf(table.ugo)
  const max = await wireOf(table.max)
  const { id: by, side } = table.ugo.member
  // Small ids make short updates.
  const { doc, card, update } = docWithCard({ by, side, text: 'y'.repeat(3_000), client: 50 })
  await writes(ugo, update)
  const { client, clock } = (words(doc, card)._start as Y.Item).id
  const letter = (id: readonly [number, number], origin: readonly [number, number], right: number) =>
    item(id, new Y.ContentString('x'), { origin, right: [client, clock + right] })
  // Letters that all name the same neighbour: enough of them, and looking for their places is given up.
  const star = Array.from({ length: 350 }, (_, i) => letter([60, i], [client, clock], i + 2))
  await writes(ugo, craft(star))
  const leaning = craft([letter([70, 0], [90, 0], 2_999)])
  const many = Array.from({ length: 30 }, (_, i) =>
    craft(Array.from({ length: 18 }, (_, k) => letter([90, 1 + 18 * i + k], [client, clock], 353 + 18 * i + k))),
  )
  const last = craft([letter([90, 0], [client, clock + 2_998], 2_999)])
  const before = (await disk.storage.head(joint)).seq
  for (const one of [leaning, ...many, last]) ugo.send(updateMessage(one))
  expect(await ugo.closed).toMatchObject({ code: CLOSE.discard.code })
  expect(await writes(max, cardBy(table.max).update)).toBe('saved')
  const rows = await disk.storage.read(joint)
  expect([rows.length, documentOf(rows.map(({ bytes }) => bytes)).store.pendingStructs]).toEqual([before + 1, null])
})

test('[L26] bytes that are no update close the socket as they did, after what was sent before them', async () => {
  const { wire, id, updates: typed } = await typing(table.ugo, ' times')
  const max = await wireOf(table.max)
  for (const update of [...typed.slice(0, 2), new Uint8Array([255, 255, 255, 255, 15, 1, 0])])
    wire.send(updateMessage(update))
  expect(await wire.closed).toEqual({ code: CLOSE.discard.code, reason: 'bad_update' })
  await isRead(max)
  expect(words(max.doc, id).toString()).toBe('Cover t')
})

/** An item whose right origin is to the left of its origin. */
const crossedUpdate = ({ doc }: Wire): Uint8Array => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const issue = copy.getXmlFragment('issue')
  copy.transact(transaction => {
    const [left, right] = [issue.get(1)._item as Y.Item, issue.get(0)._item as Y.Item]
    const id = Y.createID(copy.clientID, Y.getState(copy.store, copy.clientID))
    const content = new Y.ContentType(new Y.XmlElement('paragraph') as never)
    new Y.Item(id, left, left.lastId, right, right.id, issue as never, null, content).integrate(transaction, 0)
  })
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))
}
const twoParagraphs = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getXmlFragment('issue').push([new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')])
  return Y.encodeStateAsUpdate(doc)
}

test('[L5] crossed origins reach no second screen; everybody else stays connected, and what they type meanwhile is kept', async () => {
  const { ugo, max, mia } = table
  const others = [await wireOf(max), await wireOf(mia)] as const
  await writes(others[0], twoParagraphs())
  const wire = await wireOf(ugo)
  const shown = Y.encodeStateVector(others[1].doc)
  const read = disk.holdRead(joint)
  const closed = writes(wire, crossedUpdate(wire))
  await read.reached
  for (const [i, who] of [max, mia].entries()) others[i]?.send(step2(cardBy(who).update))
  const joiner = openWire(world, joint, { token: table.obi.token, query: { saved: '1' } })
  await new Promise(resolve => joiner.socket.once('open', resolve))
  joiner.send(step1())
  const meanwhile = Y.encodeStateVector(others[1].doc)
  read.release()
  await Promise.all(others.map(other => other.hears(() => cardsOn(other) > 0)))
  await joiner.hears(heard => cardsOn(joiner) === 2 && heard.some(({ kind }) => kind === 'step2'))
  const issue = joiner.doc.getXmlFragment('issue').length
  expect([await closed, meanwhile, issue, others.map(({ socket }) => socket.readyState)]).toEqual([
    { code: CLOSE.discard.code, reason: 'crossed_origins' },
    shown,
    2,
    [1, 1],
  ])
})

test('[L10] an observer writes nothing: not the board, not the minutes', async () => {
  const { obi, board } = table
  const outcomes = [joint, `minutes:${board}`].map(async name => writes(await wireOf(obi, name), cardBy(obi).update))
  const refused = { code: CLOSE.discard.code, reason: 'read_only' }
  expect(await Promise.all(outcomes)).toEqual([refused, refused])
})

test('[L10] the minutes are the server’s alone: nobody adds a move to them by hand', async () => {
  const doc = new Y.Doc()
  doc.getArray('moves').push([{ seq: 2, type: 'layout.unlock' }])
  const wire = await wireOf(table.fay, `minutes:${table.board}`)
  expect(await writes(wire, Y.encodeStateAsUpdate(doc))).toEqual({ code: CLOSE.discard.code, reason: 'read_only' })
})

test('[L11] a pause refuses writing after its warning and a grace, and resuming lets it through again', async () => {
  const { fay, ugo, board } = table
  const outcomeAt = async (ms: number) => {
    now = start + ms
    const wire = await wireOf(ugo)
    const outcome = await writes(wire, cardBy(ugo).update)
    wire.socket.close()
    return outcome === 'saved' ? 'saved' : outcome.reason
  }
  const start = now
  await move(world, fay, board, { type: 'editing.pause', warnSeconds: 10 })
  const during = [await outcomeAt(9_999), await outcomeAt(12_999), await outcomeAt(13_000)]
  await move(world, fay, board, { type: 'editing.resume' })
  expect([...during, await outcomeAt(13_001)]).toEqual(['saved', 'saved', 'editing_paused', 'saved'])
})

test('[L11] a pause of the board leaves a side’s caucus open', async () => {
  const { fay, ugo, board } = table
  await move(world, fay, board, { type: 'editing.pause', warnSeconds: 0 })
  now += 60_000
  expect(await writes(await wireOf(ugo, `caucus:${board}:union`), cardBy(ugo).update)).toBe('saved')
})

test('[L12] a consumer that does not read is closed with 1013; the others miss nothing and the writer waits for nobody', async () => {
  const [writer, reader, sleeper] = [await wireOf(table.ugo), await wireOf(table.max), await wireOf(table.mia)]
  sleeper.socket.pause()
  const long = 'x'.repeat(19_000)
  let written = 0
  const isClosed = async () => (await (await fetch(`${world.url}/metrics`)).text()).includes('code="1013"')
  while (written < 2_000 && !(await isClosed())) {
    const cards = Array.from({ length: 20 }, () => cardBy(table.ugo, long).update)
    await writes(writer, Y.mergeUpdates(cards))
    written += cards.length
  }
  await reader.hears(() => cardsOn(reader) === written)
  sleeper.socket.resume()
  expect([await sleeper.closed, reader.socket.readyState]).toEqual([
    { code: CLOSE.tooSlow.code, reason: 'too_slow' },
    1,
  ])
})

const restart = async () => {
  disk = slowDisk(disk.dataDir)
  world = await startWorld({ storage: disk.storage, clock: () => now, limits: LIMITS })
}

test('[L13] draining commits what was accepted, closes every socket with 4503, and the next start has it', async () => {
  const [writer, reader] = [await wireOf(table.ugo), await wireOf(table.max)]
  const { card, update } = cardBy(table.ugo)
  disk.hold()
  writer.send(step2(update))
  await disk.waits(rowsOf(joint))
  const stopping = world.stop()
  const closed = await Promise.all([writer.closed, reader.closed])
  disk.release()
  await stopping
  await restart()
  const report = await call(world.url, 'report', { token: table.fay.token, params: { id: table.board } })
  const comeBack = { code: CLOSE.comeBack.code, reason: 'come_back' }
  expect([closed, (report as { cards: { id: string }[] }).cards.map(({ id }) => id)]).toEqual([
    [comeBack, comeBack],
    [card],
  ])
})

test('[L13] draining does not wait for a client that is gone without a word', async () => {
  const wire = await wireOf(table.ugo)
  wire.socket.pause()
  const started = performance.now()
  await world.stop()
  expect(performance.now() - started).toBeLessThan(5_000)
  world = await startWorld()
})

test('[L18] a page that comes back may send a keystroke ahead of what it wrote offline; both are kept', async () => {
  const wire = openWire(world, joint, { token: table.ugo.token, query: { saved: '1' } })
  await wire.hears(heard => heard.some(({ kind }) => kind === 'step1'))
  const { doc } = cardBy(table.ugo)
  const offline = Y.encodeStateVector(doc)
  doc.getXmlFragment('issue').push([new Y.XmlElement('paragraph')])
  wire.send(updateMessage(Y.encodeStateAsUpdate(doc, offline)))
  expect(await writes(wire, Y.encodeStateAsUpdate(doc))).toBe('saved')
  const reader = await wireOf(table.max)
  expect([cardsOn(reader), reader.doc.getXmlFragment('issue').length]).toEqual([1, 1])
})

test('[L18] a card posted offline and moved in a later stretch, under another client id, is one honest copy', async () => {
  const { doc, card } = docWithCard({ by: table.ugo.member.id, side: UNION, client: 10 })
  // Yjs writes the higher id first, so the move stands in the update before the card.
  doc.clientID = 900
  placeCard(doc, card, { x: 5, y: 5 })
  const outcome = await writes(await wireOf(table.ugo), Y.encodeStateAsUpdate(doc))
  const reader = await wireOf(table.max)
  expect([outcome, cardOf(reader.doc, card)?.get('pos')]).toEqual(['saved', { x: 5, y: 5 }])
})

test('[L19] a copy of an earlier epoch is refused before it is read; the epoch of a document outlives writing and restarts', async () => {
  const epochs = async () =>
    (await call(world.url, 'board', { token: table.ugo.token, params: { id: table.board } })).epochs
  const first = await epochs()
  expect(await writes(await wireOf(table.ugo), cardBy(table.ugo).update)).toBe('saved')
  await world.stop()
  await restart()
  expect(await epochs()).toEqual(first)

  const open = (epoch: string) => openWire(world, joint, { token: table.ugo.token, query: { saved: '1', epoch } })
  const stale = open('0123456789abcdef')
  stale.socket.once('open', () => stale.send(step2(cardBy(table.ugo).update)))
  expect([await stale.closed, stale.heard]).toEqual([{ code: CLOSE.discard.code, reason: 'old_epoch' }, []])
  const present = open(first.joint)
  await present.hears(heard => heard.some(({ kind }) => kind === 'step1'))
  expect(await writes(present, cardBy(table.ugo).update)).toBe('saved')
  const reader = await wireOf(table.max)
  await reader.hears(() => cardsOn(reader) === 2)
})
