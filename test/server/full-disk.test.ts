import { statSync } from 'node:fs'
import { join } from 'node:path'
import { postCard } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { brokenAt } from '@jointly/server/chain'
import { openSqlite } from '@jointly/server/sqlite'
import { NO_ROWS } from '@jointly/server/storage'
import { expect, test } from 'vitest'
import { move, openScreen, processIn, type Screen, same, shows, startWorld, synced } from '../world.ts'
import { seatTable } from './seats.ts'

/** No fault is injected here: SQLite itself finds that there is no room left. */

const PAGE = 4096
const lost = ({ provider }: Screen): Promise<void> =>
  new Promise(resolve => provider.once('connection-close', () => resolve()))

test('[L4] on a full disk nothing is shown and nothing lost: with room again the writers’ copies bring it all back', async () => {
  const empty = await startWorld()
  const { dataDir } = empty
  const table = await seatTable(empty)
  await empty.stop()
  const path = join(dataDir, 'jointly.db')
  const maxPages = statSync(path).size / PAGE + 30

  const full = await startWorld({ storage: openSqlite(path, { maxPages }) })
  const joint = `joint:${table.board}`
  const [writer, reader] = [openScreen(full, table.ugo, joint), openScreen(full, table.max, joint)]
  await Promise.all([synced(writer), synced(reader)])
  const closed = lost(writer).then(() => 'closed')
  let posted = 0
  do {
    postCard(writer.doc, { by: table.ugo.member.id, side: UNION, kind: 'option', text: 'x'.repeat(20_000) })
    posted++
  } while ((await Promise.race([closed, shown(reader, posted)])) === 'shown')
  const onReader = reader.doc.getMap('cards').size
  const health = (await fetch(`${full.url}/healthz`)).status
  await full.stop()

  const roomy = await startWorld({ dataDir, port: Number(new URL(full.url).port) })
  await shown(reader, posted)
  await expect.poll(() => same(reader.doc, writer.doc), { timeout: 10_000 }).toBe(true)
  const rows = await roomy.app.services.storage.read(joint)
  for (const screen of [writer, reader]) screen.close()
  await roomy.stop()
  expect({ onReader, health, broken: brokenAt(joint, rows, NO_ROWS) }).toEqual({
    onReader: posted - 1,
    health: 200,
    broken: null,
  })
})

const shown = (screen: Screen, cards: number) =>
  shows(screen, doc => doc.getMap('cards').size === cards).then(() => 'shown')

test('[L4] a move that finds the disk full is refused by name and is in nobody’s minutes; with room it is taken', async () => {
  const empty = await startWorld()
  const { dataDir } = empty
  const { board, fay, obi } = await seatTable(empty)
  await empty.stop()
  const path = join(dataDir, 'jointly.db')
  const full = await startWorld({ storage: openSqlite(path, { maxPages: Math.ceil(statSync(path).size / PAGE) + 8 }) })
  const reader = openScreen(full, obi, `minutes:${board}`)
  await synced(reader)
  const before = processIn(reader).seq
  let taken = 0
  const ask = () => move(full, fay, board, { type: 'timer.start', seconds: 60 })
  let answer = await ask()
  for (; answer.status === 201; answer = await ask()) taken++
  await full.stop()

  const roomy = await startWorld({ dataDir, port: Number(new URL(full.url).port) })
  const again = await move(roomy, fay, board, { type: 'timer.start', seconds: 60 })
  await shows(reader, () => processIn(reader).seq === before + taken + 1)
  const rows = await roomy.app.services.storage.read(`minutes:${board}`)
  reader.close()
  await roomy.stop()
  expect([answer.status, (answer.body as Problem).code, taken > 0, again.status, rows.length]).toEqual([
    ...[507, 'disk_full', true, 201, before + taken + 1],
  ])
})
