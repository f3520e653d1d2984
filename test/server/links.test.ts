import { linkCards, type Move, movesOf, postCard, wordingOf } from '@jointly/board'
import { UNION } from '@jointly/board/testing'
import type { Problem } from '@jointly/protocol'
import { afterEach, expect, test } from 'vitest'
import { call, move, openScreen, shows, startWorld, synced, type World } from '../world.ts'
import { seatTable } from './seats.ts'

let world: World
afterEach(() => world.stop())

test('[M40] the minutes say of which wordings a link was confirmed, also where the request did not; a member commits no side', async () => {
  world = await startWorld()
  const { board, ana, ugo, mia, max } = await seatTable(world)
  const screen = openScreen(world, ugo, `joint:${board}`)
  await synced(screen)
  const by = { by: ugo.member.id, side: UNION }
  const interest = postCard(screen.doc, { ...by, kind: 'interest', text: 'Experience that counts' })
  const option = postCard(screen.doc, { ...by, kind: 'option', text: 'A rota drawn up each month' })
  const link = linkCards(screen.doc, { ...by, from: option, to: interest, kind: 'serves' })
  const other = openScreen(world, mia, `joint:${board}`)
  await shows(other, () => other.watch.view().link(link) !== undefined)

  const codeOf = async (who: typeof ana, request: Parameters<typeof move>[3]) => {
    const { status, body } = await move(world, who, board, request)
    return status === 201 ? 'taken' : (body as Problem).code
  }
  expect([
    await codeOf(ugo, { type: 'link.confirm', link }),
    await codeOf(ana, { type: 'link.withdraw', link }),
    await codeOf(ana, { type: 'link.confirm', link }),
    await codeOf(max, { type: 'link.withdraw', link }),
    await codeOf(ugo, { type: 'link.withdraw', link }),
  ]).toEqual(['not_co_chair', 'not_confirmed', 'taken', 'not_confirmed', 'not_co_chair'])

  const minutes = openScreen(world, mia, `minutes:${board}`)
  await synced(minutes)
  const [said] = (movesOf(minutes.doc).toArray() as Move[]).filter(({ type }) => type === 'link.confirm')
  const [from, to] = [option, interest].map(id => {
    const card = screen.watch.view().card(id)
    return card && wordingOf(card)
  })
  expect(said).toMatchObject({ side: UNION, wordings: { from, to } })
  const told = (await call(world.url, 'report', { token: mia.token, params: { id: board } })) as { links: object[] }
  expect(told.links).toMatchObject([{ sides: [UNION], earlier: [], confirmed: true }])
  expect(await codeOf(ana, { type: 'link.withdraw', link })).toBe('taken')
  for (const one of [screen, other, minutes]) one.close()
})
