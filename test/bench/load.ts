import type { Job } from './workloads/job.ts'
import { type WorkName, works } from './workloads/works.ts'

/** The load process: one job, one answer, gone. A fresh one per run, so that no server profits from a warmed-up client. */
export type Order = { work: WorkName; job: Job }

// Nobody is left to answer to.
process.once('disconnect', () => process.exit(1))

process.once('message', async (order: Order) => {
  const result = await works[order.work](order.job)
  process.send?.(result, () => process.exit(0))
})
