import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * `pnpm fuzz [updates]`: the gate against so many honest updates and as many hostile ones, 200,000 unless said. It prints
 * the seeds it went through; the suite itself runs a short part of the same.
 */

const [updates = '200000'] = process.argv.slice(2)
if (!/^\d+$/.test(updates)) throw new Error('pnpm fuzz [updates]')

const { status } = spawnSync(
  'vitest',
  ['run', '--config', 'test/vitest.config.ts', '--project', 'fuzz', 'test/fuzz/gate.test.ts'],
  { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit', env: { ...process.env, FUZZ_UPDATES: updates } },
)
process.exitCode = status ?? 1
