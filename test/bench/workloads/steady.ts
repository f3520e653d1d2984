import { setTimeout as sleep } from 'node:timers/promises'
import { runs } from '../client/arrivals.ts'
import { sit } from '../client/seat.ts'
import { sitWriter, type Writer } from '../client/writer.ts'
import type { Job } from './job.ts'

const SOCKETS = 40
const WRITERS = 8
const BEAT_MS = 100
const LAST_ARRIVALS_MS = 1_000

export type Steady = { p50Ms: number; p99Ms: number }
type Arrival = { update: Uint8Array; atMs: number }
type Sent = Map<number, Map<number, number>>

/**
 * A meeting at its busiest: 40 people on one board, 8 of them typing. From the moment before a character is sent until
 * each of the 39 others has it. What arrives is only noted; it is decoded when the typing is over.
 */
export async function steady({ target, size }: Job): Promise<Steady> {
  const readers = Array.from({ length: SOCKETS - WRITERS }, () => notebook())
  await Promise.all(readers.map(({ onUpdate }) => sit(target, { onUpdate })))
  const desks = await Promise.all(Array.from({ length: WRITERS }, () => desk(target)))
  const { warmUpMs, measureMs } = size.steady

  const sent: Sent = new Map(desks.map(({ writer }) => [writer.client, new Map()]))
  const stops = desks.map(({ writer }, place) => startTyping(writer, { place, sent }))
  await sleep(warmUpMs)
  const fromMs = performance.now()
  await sleep(measureMs)
  const untilMs = performance.now()
  for (const stop of stops) stop()
  await sleep(LAST_ARRIVALS_MS)

  const measured = within(sent, { fromMs, untilMs })
  const latencies = [
    ...readers.flatMap(({ arrivals }) => times(arrivals, measured)),
    ...desks.flatMap(({ arrivals, writer }) => times(arrivals, measured, writer.client)),
  ]
  const typed = measured.values().reduce((sum, clocks) => sum + clocks.size, 0)
  const expected = typed * (SOCKETS - 1)
  if (latencies.length !== expected) throw new Error(`${latencies.length} characters arrived of ${expected}`)
  return quantiles(latencies)
}

function notebook() {
  const arrivals: Arrival[] = []
  return { arrivals, onUpdate: (update: Uint8Array, atMs: number) => void arrivals.push({ update, atMs }) }
}

async function desk(target: Job['target']) {
  const { arrivals, onUpdate } = notebook()
  return { arrivals, writer: await sitWriter(target, { onUpdate }) }
}

/** Ten a second. Each writer's beat is shifted, so that they do not all press a key in the same millisecond. */
function startTyping(writer: Writer, { place, sent }: { place: number; sent: Sent }): () => void {
  const firstMs = performance.now() + (place * BEAT_MS) / WRITERS
  let beat = 0
  let timer = setTimeout(press, (place * BEAT_MS) / WRITERS)
  function press(): void {
    const atMs = performance.now()
    sent.get(writer.client)?.set(writer.type(), atMs)
    beat += 1
    timer = setTimeout(press, Math.max(0, firstMs + beat * BEAT_MS - performance.now()))
  }
  return () => clearTimeout(timer)
}

function within(sent: Sent, { fromMs, untilMs }: { fromMs: number; untilMs: number }): Sent {
  const inside = (atMs: number) => atMs >= fromMs && atMs < untilMs
  return new Map([...sent].map(([client, clocks]) => [client, new Map([...clocks].filter(([, atMs]) => inside(atMs)))]))
}

/** A writer's own character coming back to them is no delivery. */
function times(arrivals: Arrival[], sent: Sent, own?: number): number[] {
  const latencies: number[] = []
  for (const { update, atMs } of arrivals) {
    for (const { client, from, to } of runs(update)) {
      if (client === own) continue
      for (let clock = from; clock < to; clock += 1) {
        const sentMs = sent.get(client)?.get(clock)
        if (sentMs !== undefined) latencies.push(atMs - sentMs)
      }
    }
  }
  return latencies
}

function quantiles(latencies: number[]): Steady {
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
