import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

const TICKS_PER_SECOND = 100
const KB_PER_MB = 1024

/** Linux says in /proc what a process uses; elsewhere the table shows a dash (NaN). */
export function residentKb(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return Number.NaN
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN)
}

export const toMb = (kb: number) => kb / KB_PER_MB

function cpuSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // The name in brackets may hold spaces; user and system time are the 12th and 13th field after it.
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

export type Busy = { serverCpu: number; loadBusy: number }

/** How busy the server (all its threads, 1 = one core) and this process' own loop (1 = always) are between two calls. */
export function startMeter(pid: number): () => Busy {
  const sinceMs = performance.now()
  const cpu = cpuSeconds(pid)
  const loop = performance.eventLoopUtilization()
  return () => ({
    serverCpu: ((cpuSeconds(pid) - cpu) * 1000) / (performance.now() - sinceMs),
    loadBusy: performance.eventLoopUtilization(loop).utilization,
  })
}
