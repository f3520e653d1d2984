import { setTimeout as sleep } from 'node:timers/promises'
import { residentKb, toMb } from '../client/meter.ts'
import { sitMany } from '../client/seat.ts'
import { sitWriter } from '../client/writer.ts'
import type { Job } from './job.ts'

const SETTLE_MS = 1_500
const AT_ONCE = 20

export type Memory = { baseMb: number; perSocketKb: number }

/** The base has one open board with one writer on it, so that loading code and document is not charged to the sockets. */
export async function memory({ target, size }: Job): Promise<Memory> {
  await sitWriter(target)
  await sleep(SETTLE_MS)
  const baseKb = residentKb(target.pid)
  for (let seated = 0; seated < size.idleSockets; seated += AT_ONCE) await sitMany(AT_ONCE, target)
  await sleep(SETTLE_MS)
  return { baseMb: toMb(baseKb), perSocketKb: (residentKb(target.pid) - baseKb) / size.idleSockets }
}
