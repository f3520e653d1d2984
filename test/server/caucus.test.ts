import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BoardId, cardsOf, putAway } from '@jointly/board'
import { MANAGEMENT, UNION } from '@jointly/board/testing'
import type { Problem, Reply } from '@jointly/protocol'
import { openSqlite } from '@jointly/server/sqlite'
import { verify } from '@jointly/server/verify'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ask, call, freshDir, type Person, startWorld, type World } from '../world.ts'
import { allBytesIn, canaries, foundIn } from './canaries.ts'
import { docWithCard } from './craft.ts'
import { png } from './png.ts'
import { seatTable } from './seats.ts'
import { joinWire, openWire, step2, writes } from './wire.ts'

/** A side's own room: who is in it, what the side decides about it, and that a purge leaves nothing. */

let world: World
afterEach(() => world.stop())

const caucusOf = (board: BoardId) => ({ id: board, side: UNION })
const inCaucus = (who: Person, board: BoardId) =>
  joinWire(world, `caucus:${board}:${UNION}`, { token: who.token, query: { saved: '1' } })
const cardBy = ({ member }: Person, text?: string) =>
  docWithCard({ by: member.id, side: member.side, ...(text !== undefined && { text }) })

const upload = async (who: Person, board: BoardId, document: string, file: Uint8Array<ArrayBuffer>) => {
  const response = await fetch(`${world.url}/api/boards/${board}/images?document=${document}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}` },
    body: file,
  })
  return { status: response.status, body: (await response.json()) as Problem & Reply<'addImage'> }
}
const noise = () => png(320, 200, { noisy: true })
const seesImage = async (who: Person, board: BoardId, image: string) =>
  (await ask(world.url, 'image', { token: who.token, params: { id: board, image: image as never } })).status

test('[L31] a side switches writing in its caucus off and on; what is written meanwhile is refused by name, also on sockets that are open', async () => {
  world = await startWorld()
  const { board, ana, ugo, max, fay } = await seatTable(world)
  const wire = await inCaucus(ugo, board)
  const switchBy = async (who: Person, writingOff: boolean) => {
    const { status, body } = await ask(world.url, 'switchCaucus', {
      ...{ token: who.token, params: caucusOf(board), body: { writingOff } },
    })
    return [status, (body as Problem).code]
  }
  const refused = [await switchBy(ugo, true), await switchBy(max, true), await switchBy(fay, true)]
  expect(refused).toEqual([
    [403, 'not_co_chair'],
    [403, 'not_yours'],
    [403, 'not_yours'],
  ])
  await switchBy(ana, true)
  expect(await writes(wire, cardBy(ugo).update)).toEqual({ code: 4409, reason: 'writing_off' })
  expect((await upload(ugo, board, 'caucus:union', noise())).body.code).toBe('read_only')
  expect((await call(world.url, 'caucus', { token: ugo.token, params: caucusOf(board) })).writingOff).toBe(true)
  await switchBy(ana, false)
  expect(await writes(await inCaucus(ugo, board), cardBy(ugo).update)).toBe('saved')
})

test('[L36] a guest who is asked in reads and writes everything until the caucus ends, and nothing else tells of it', async () => {
  world = await startWorld()
  const { board, ana, ugo, max, fay, gus } = await seatTable(world)
  const guest = (name: 'inviteToCaucus' | 'sendOutOfCaucus', by: Person, whom: Person) =>
    ask(world.url, name, { token: by.token, params: { ...caucusOf(board), mid: whom.member.id } })
  const decide = (type: 'caucus.call' | 'caucus.end') =>
    call(world.url, 'move', { token: ana.token, params: { id: board }, body: { type, side: UNION } })
  const comesIn = () => openWire(world, `caucus:${board}:${UNION}`, { token: gus.token, query: { saved: '1' } })
  const shut = { code: 4403, reason: 'not_yours' }
  await writes(await inCaucus(ugo, board), cardBy(ugo, 'From before').update)

  expect((await guest('inviteToCaucus', ana, gus)).body).toMatchObject({ code: 'no_caucus' })
  await decide('caucus.call')
  const told = async () =>
    Promise.all(
      (['joint', 'minutes'] as const).map(document =>
        call(world.url, 'history', { token: max.token, params: { id: board }, query: { document } }),
      ),
    )
  const before = await told()
  const refused = await Promise.all([
    ...[ugo, max, fay, gus].map(who => guest('inviteToCaucus', who, gus)),
    guest('inviteToCaucus', ana, max),
  ])
  expect(refused.map(({ body }) => (body as Problem).code)).toEqual([
    ...['not_co_chair', 'not_yours', 'not_yours', 'not_yours', 'not_a_guest'],
  ])
  expect(await comesIn().closed).toEqual(shut)

  expect((await guest('inviteToCaucus', ana, gus)).status).toBe(204)
  const inside = await inCaucus(gus, board)
  expect([...cardsOf(inside.doc).values()].map(card => String(card.get('body')))).toEqual([
    ...['<paragraph>From before</paragraph>'],
  ])
  expect(await writes(inside, cardBy(gus, 'From the guest').update)).toBe('saved')
  const { body } = await upload(gus, board, 'caucus:union', noise())
  expect(await Promise.all([gus, max].map(who => seesImage(who, board, body.image.id)))).toEqual([200, 404])

  await guest('sendOutOfCaucus', ana, gus)
  expect(await inside.closed).toEqual(shut)
  await guest('inviteToCaucus', ana, gus)
  expect(await told()).toEqual(before)
  const [again, hers] = [await inCaucus(gus, board), await inCaucus(ana, board)]
  const endedAt = Date.now()
  await decide('caucus.end')
  expect(await again.closed).toEqual(shut)
  expect(Date.now() - endedAt).toBeLessThan(1_000)
  expect(await writes(hers, cardBy(ana).update)).toBe('saved')
  await decide('caucus.call')
  expect(await comesIn().closed).toEqual(shut)
  expect(await seesImage(gus, board, body.image.id)).toBe(404)
})

test('[H23] a picture of a caucus is seen there, and by nobody else who knows its address', async () => {
  world = await startWorld()
  const { board, ana, ugo, max, fay, obi, gus } = await seatTable(world)
  const { body } = await upload(ugo, board, 'caucus:union', noise())
  const statuses = await Promise.all([ana, ugo, max, fay, obi, gus].map(who => seesImage(who, board, body.image.id)))
  expect(statuses).toEqual([200, 200, 404, 404, 404, 404])
  expect((await upload(max, board, 'caucus:union', noise())).body.code).toBe('not_yours')
})

test('[L32] a purge leaves no word and no picture of a caucus in any file, closes it, and it begins anew and empty', async () => {
  const dataDir = freshDir()
  world = await startWorld({ dataDir })
  const { board, ana, ugo, max } = await seatTable(world)
  const words = canaries(100, 'purged')
  // Many rows of many lengths, so that pages split, spill and are freed.
  const union = await inCaucus(ugo, board)
  const { doc, update, card } = cardBy(ugo, words[0])
  await writes(union, update)
  for (const [i, word] of words.entries()) {
    const before = Y.encodeStateVector(doc)
    const made = cardBy(ugo, `${word} ${word.repeat(1 + ((i * 37) % 400))}`)
    Y.applyUpdate(doc, made.update)
    if (i % 3 === 0) putAway(doc, card)
    await writes(union, Y.encodeStateAsUpdate(doc, before))
  }
  const table = await joinWire(world, `joint:${board}`, { token: max.token, query: { saved: '1' } })
  await writes(table, cardBy(max, 'stays on the table').update)
  const { image } = (await upload(ugo, board, 'caucus:union', noise())).body
  const kept = await upload(max, board, 'joint', png(40, 30))
  const picture = readPicture(dataDir, image.id)
  const { epoch } = await call(world.url, 'caucus', { token: ana.token, params: caucusOf(board) })
  const found = () => ({
    words: foundIn(allBytesIn(dataDir), words).length,
    picture: allBytesIn(dataDir).includes(picture),
  })
  expect(found()).toEqual({ words: 100, picture: true })

  const byUgo = await ask(world.url, 'purgeCaucus', { token: ugo.token, params: caucusOf(board) })
  expect(byUgo.status).toBe(403)
  await call(world.url, 'purgeCaucus', { token: ana.token, params: caucusOf(board) })

  expect(await union.closed).toEqual({ code: 4409, reason: 'old_epoch' })
  expect(found()).toEqual({ words: 0, picture: false })
  expect(await seesImage(ana, board, image.id)).toBe(404)
  expect(await seesImage(ana, board, kept.body.image.id)).toBe(200)
  const old = openWire(world, `caucus:${board}:union`, { token: ugo.token, query: { saved: '1', epoch } })
  expect(await old.closed).toEqual({ code: 4409, reason: 'old_epoch' })
  const anew = await inCaucus(ugo, board)
  expect(cardsOf(anew.doc).size).toBe(0)
  expect(await writes(anew, cardBy(ugo, 'of a new day').update)).toBe('saved')
  const { rows } = await call(world.url, 'history', {
    ...{ token: ana.token, params: { id: board }, query: { document: 'caucus:union' } },
  })
  expect(rows.filter(({ bytes }) => bytes !== '').map(({ by, side }) => [by, side])).toEqual([
    [ana.member.id, UNION],
    [ugo.member.id, UNION],
  ])

  await world.stop()
  expect(found()).toEqual({ words: 0, picture: false })
  expect(await findingsIn(dataDir)).toEqual([])
  world = await startWorld({ dataDir })
  expect(cardsOf((await inCaucus(ana, board)).doc).size).toBe(1)
})

test('[L32] whoever types while a caucus is purged is told that their copy is one of before, and nothing of it comes back', async () => {
  const dataDir = freshDir()
  world = await startWorld({ dataDir })
  const { board, ana, ugo } = await seatTable(world)
  const words = canaries(40, 'typed')
  const ends: Promise<unknown>[] = []
  for (const word of words) {
    const wire = await inCaucus(ugo, board)
    wire.send(step2(cardBy(ugo, word).update))
    ends.push(wire.closed)
  }
  const purges = [1, 2].map(() => ask(world.url, 'purgeCaucus', { token: ana.token, params: caucusOf(board) }))
  expect((await Promise.all(purges)).map(({ status }) => status)).toEqual([204, 204])
  expect(new Set((await Promise.all(ends)).map(end => JSON.stringify(end)))).toEqual(
    new Set([JSON.stringify({ code: 4409, reason: 'old_epoch' })]),
  )
  expect(foundIn(allBytesIn(dataDir), words)).toEqual([])
  await world.stop()
  expect(await findingsIn(dataDir)).toEqual([])
  world = await startWorld({ dataDir })
})

test.each([
  ['a flipped byte', "UPDATE rows SET bytes = x'000001' WHERE seq = 2 AND document LIKE 'joint:%'", 2],
  ['content of the table that is gone', "UPDATE rows SET bytes = x'' WHERE seq = 2 AND document LIKE 'joint:%'", 2],
  [
    'content of the caucus that came after the purge',
    "UPDATE rows SET bytes = x'' WHERE seq = 4 AND document LIKE 'caucus:%'",
    4,
  ],
  [
    'an erased row whose writer was changed',
    "UPDATE rows SET author = 'max' WHERE seq = 1 AND document LIKE 'caucus:%'",
    1,
  ],
  ['the row that says what was purged, erased too', "UPDATE rows SET bytes = x'' WHERE document LIKE 'caucus:%'", 1],
])('[S14] after a purge `pnpm verify` still finds %s', async (_what, tamper, seq) => {
  const dataDir = freshDir()
  world = await startWorld({ dataDir })
  const { board, ana, ugo, max } = await seatTable(world)
  await writes(await inCaucus(ugo, board), cardBy(ugo).update)
  await writes(await joinWire(world, `joint:${board}`, { token: max.token, query: { saved: '1' } }), cardBy(max).update)
  await call(world.url, 'purgeCaucus', { token: ana.token, params: caucusOf(board) })
  await writes(await inCaucus(ugo, board), cardBy(ugo).update)
  await world.stop()
  const db = new DatabaseSync(join(dataDir, 'jointly.db'))
  db.exec(tamper)
  db.close()
  expect((await findingsIn(dataDir))[0]?.seq).toBe(seq)
  world = await startWorld({ dataDir })
})

test('[S13] a server that died between a purge and its tidying leaves nothing once it has started again', async () => {
  const dataDir = freshDir()
  world = await startWorld({ dataDir })
  const { board, ugo } = await seatTable(world)
  const words = canaries(20, 'untidy')
  for (const word of words) await writes(await inCaucus(ugo, board), cardBy(ugo, word).update)
  await world.stop()
  // As the purge's transaction leaves it, by somebody who does not overwrite what they erase.
  const db = new DatabaseSync(join(dataDir, 'jointly.db'))
  db.exec(`UPDATE rows SET bytes = x'' WHERE document LIKE 'caucus:%'; INSERT INTO settings VALUES ('untidy', '')`)
  db.close()
  expect(foundIn(allBytesIn(dataDir), words).length).toBeGreaterThan(0)
  world = await startWorld({ dataDir })
  expect(foundIn(allBytesIn(dataDir), words)).toEqual([])
})

test('[I21] the other side cannot be acted for: a manager neither opens, switches nor purges the union caucus, nor it theirs', async () => {
  world = await startWorld()
  const { board, ana, max, fay, obi, gus } = await seatTable(world)
  const codes = async (who: Person, side: typeof UNION) => {
    const asked = { token: who.token, params: { id: board, side } }
    const answers = [
      await ask(world.url, 'caucus', asked),
      await ask(world.url, 'switchCaucus', { ...asked, body: { writingOff: true } }),
      await ask(world.url, 'purgeCaucus', asked),
    ]
    return [...new Set(answers.map(({ body }) => (body as Problem).code))]
  }
  expect(await Promise.all([max, fay, obi, gus].map(who => codes(who, UNION)))).toEqual([
    ['not_yours'],
    ['not_yours'],
    ['not_yours'],
    ['not_yours'],
  ])
  expect(await codes(ana, MANAGEMENT)).toEqual(['not_yours'])
})

const readPicture = (dataDir: string, id: string): Buffer => {
  const db = new DatabaseSync(join(dataDir, 'jointly.db'), { readOnly: true })
  const { bytes } = db.prepare('SELECT bytes FROM images WHERE id = ?').get(id) as { bytes: Uint8Array }
  db.close()
  // Within one page of the file.
  return Buffer.from(bytes.subarray(200, 600))
}

const findingsIn = async (dataDir: string) => {
  const storage = openSqlite(join(dataDir, 'jointly.db'))
  const { findings } = await verify(storage)
  await storage.close()
  return findings
}
