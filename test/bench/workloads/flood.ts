import { setTimeout as sleep } from 'node:timers/promises'
import { runs } from '../client/arrivals.ts'
import { type Busy, startMeter } from '../client/meter.ts'
import { sit, sitMany } from '../client/seat.ts'
import { sitWriters, type Writer } from '../client/writer.ts'
import type { Job } from './job.ts'

const SOCKETS = 40
const WRITERS = 8
const IN_FLIGHT = 8

export type Flood = Busy & {
  perSecond: number
  /** Per second of the server's own processor time: steady even where other processes take turns with the server. */
  perCoreSecond: number
}

/**
 * As much as the server takes: each of 8 writers has 8 characters on the way and sends the next one when another client
 * (the watcher, who decodes everything) has received one of them. The other 31 sockets only take their bytes.
 */
export async function flood({ target, size }: Job): Promise<Flood> {
  for (const sink of await sitMany(SOCKETS - WRITERS - 1, target)) sink.deafen()
  const writers = new Map<number, Writer>()
  let delivered = 0
  await sit(target, {
    onUpdate: update => {
      for (const { client, from, to } of runs(update)) {
        const writer = writers.get(client)
        if (!writer) continue
        delivered += to - from
        for (let clock = from; clock < to; clock += 1) writer.type()
      }
    },
  })
  for (const writer of await sitWriters(WRITERS, target)) {
    writers.set(writer.client, writer)
    for (let flying = 0; flying < IN_FLIGHT; flying += 1) writer.type()
  }
  await sleep(size.flood.warmUpMs)

  const busy = startMeter(target.pid)
  const before = delivered
  const sinceMs = performance.now()
  await sleep(size.flood.measureMs)
  const perSecond = ((delivered - before) * 1000) / (performance.now() - sinceMs)
  if (perSecond === 0) throw new Error('nothing came back to the watcher')
  const { serverCpu, loadBusy } = busy()
  return { perSecond, perCoreSecond: perSecond / serverCpu, serverCpu, loadBusy }
}
