import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { BoardId, MoveRequest } from '@jointly/board'
import { ENDPOINTS, PROTOCOL_VERSION } from '@jointly/protocol'
import type { Person } from '../../world.ts'
import { sit } from '../client/seat.ts'

/** What the members hand in, one after the other. All have the minutes open. */
export type Handing = {
  readonly url: string
  readonly board: BoardId
  readonly people: readonly Person[]
  readonly answers: readonly MoveRequest[]
}

const BETWEEN_MS = 25

/**
 * One line that stays open, as a browser keeps it, and a request that is written before the clock runs: as with the letters
 * of the other parts, the server is what is measured. A `fetch` in this process costs more than the way there and back.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const handOver = ({ url, board }: Handing, { token }: Person, answer: MoveRequest) => {
  const body = JSON.stringify(answer)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const { method, path } = ENDPOINTS.move
  const asked = request(url + path.replace(':id', board), {
    ...{ agent, method },
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  })
  return () =>
    new Promise<void>((resolve, reject) => {
      asked.once('error', reject).once('response', reply => {
        if (reply.statusCode !== 201) reject(new Error(`an answer was refused: ${reply.statusCode}`))
        reply.resume().once('end', resolve)
      })
      asked.end(body)
    })
}

process.once('disconnect', () => process.exit(0))
process.once('message', async (handing: Handing) => {
  const { url, board, people, answers } = handing
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
    const send = handOver(handing, person, answers[i] as MoveRequest)
    const atMs = performance.now()
    await send()
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
