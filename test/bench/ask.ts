import { fork } from 'node:child_process'
import type { Order } from './load.ts'
import type { Job } from './workloads/job.ts'
import type { WorkName, Works } from './workloads/works.ts'

type Answer<Name extends WorkName> = Awaited<ReturnType<Works[Name]>>

const LIMIT_MS = 60_000

/** Has a fresh load process do one job; whatever it throws is on its standard error and ends the bench. */
export function ask<Name extends WorkName>(work: Name, job: Job): Promise<Answer<Name>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<Name>>()
  const child = fork(new URL('load.ts', import.meta.url))
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  // The load process answers with what the named work returns; both ends read the same table.
  child.once('message', answer => resolve(answer as Answer<Name>))
  child.once('exit', (code, signal) => reject(new Error(`the load process of ${work} ended: ${code ?? signal}`)))
  child.send({ work, job } satisfies Order)
  return promise.finally(() => clearTimeout(limit))
}
