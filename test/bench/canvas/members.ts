import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
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

/**
 * As many answers as there are letters in a turn of the steady load, and about as close: one every 12 ms. As many before
 * them are not counted: a server that has been up for some minutes is what is measured, not its first answers.
 */
const WARM_UP = 480
const MEASURED = 480
const BETWEEN_MS = 9

/**
 * The bytes of a request. They are written by hand before the clock runs, as the letters of the other parts are: the load
 * shares two cores with the server, and an HTTP client costs more there than the way there and back.
 */
const requestOf = ({ url, board }: Handing, { token }: Person, answer: MoveRequest): string => {
  const body = JSON.stringify(answer)
  const { method, path } = ENDPOINTS.move
  return [
    `${method} ${path.replace(':id', board)} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

/** One line that stays open, as a browser keeps it. */
const openLine = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const line = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(line, 'connect')
  line.on('data', reply => {
    if (!String(reply).startsWith('HTTP/1.1 201')) throw new Error(`an answer was refused: ${reply}`)
  })
  return line
}

process.once('disconnect', () => process.exit(0))
process.once('message', async (handing: Handing) => {
  const { url, board, people, answers } = handing
  const told = people.map(() => 0)
  let hearing = Promise.withResolvers<void>()
  let missing = 0
  const hear = (i: number, atMs: number) => {
    told[i] = atMs
    missing -= 1
    if (missing === 0) hearing.resolve()
  }
  await Promise.all(
    people.map(({ token, member }, i) => {
      const document = `minutes:${board}`
      const query = new URLSearchParams({ token, v: String(PROTOCOL_VERSION) })
      return sit(
        {
          url: `${url.replace('http', 'ws')}/sync/${document}?${query}`,
          ...{ wire: 'y-websocket', document, author: { by: member.id, side: member.side }, pid: process.pid },
        },
        { onUpdate: (_update, atMs) => hear(i, atMs) },
      )
    }),
  )
  const line = await openLine(url)
  const handIn = async (i: number): Promise<number[]> => {
    const bytes = requestOf(handing, people[i] as Person, answers[i] as MoveRequest)
    hearing = Promise.withResolvers()
    missing = people.length
    const atMs = performance.now()
    line.write(bytes)
    await hearing.promise
    return told.filter((_, k) => k !== i).map(heard => heard - atMs)
  }
  const latencies: number[] = []
  for (let turn = 0; turn < WARM_UP + MEASURED; turn++) {
    const heard = await handIn(turn % people.length)
    if (turn >= WARM_UP) latencies.push(...heard)
    await pause(BETWEEN_MS)
  }
  process.send?.(latencies, () => process.exit(0))
})
