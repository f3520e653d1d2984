import { setTimeout as pause } from 'node:timers/promises'
import type { BoardId, MoveRequest } from '@jointly/board'
import { PROTOCOL_VERSION } from '@jointly/protocol'
import { move, type Person } from '../../world.ts'
import { sit } from '../client/seat.ts'

/** What the members hand in, one after the other. All have the minutes open. */
export type Handing = {
  readonly url: string
  readonly board: BoardId
  readonly people: readonly Person[]
  readonly answers: readonly MoveRequest[]
}

const BETWEEN_MS = 25

process.once('disconnect', () => process.exit(0))
process.once('message', async ({ url, board, people, answers }: Handing) => {
  const told = people.map(() => 0)
  await Promise.all(
    people.map(({ token, member }, i) => {
      const document = `minutes:${board}`
      const query = new URLSearchParams({ token, v: String(PROTOCOL_VERSION) })
      return sit(
        {
          url: `${url.replace('http', 'ws')}/sync/${document}?${query}`,
          ...{ wire: 'y-websocket', document, author: { by: member.id, side: member.side }, pid: process.pid },
        },
        {
          onUpdate: (_update, atMs) => {
            told[i] = atMs
          },
        },
      )
    }),
  )
  const handIn = async (person: Person, i: number): Promise<number[]> => {
    const atMs = performance.now()
    const { status, body } = await move({ url }, person, board, answers[i] as MoveRequest)
    if (status !== 201) throw new Error(`an answer was refused: ${JSON.stringify(body)}`)
    while (told.some((heard, k) => k !== i && heard < atMs)) await pause(1)
    await pause(BETWEEN_MS)
    return told.filter((_, k) => k !== i).map(heard => heard - atMs)
  }
  // Everybody thinks again and hands in once more: the first time is not counted, a server's code is warm in an hour's use.
  for (const [i, person] of people.entries()) await handIn(person, i)
  const latencies: number[] = []
  for (const [i, person] of people.entries()) latencies.push(...(await handIn(person, i)))
  process.send?.(latencies, () => process.exit(0))
})
