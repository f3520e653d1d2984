import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  // A worker keeps what it has read for its next file; no test here changes a module.
  test: { name, root, include, isolate: false, ...more },
})

/** One project per kind of test; `pnpm check` runs the quick ones, `test/run.ts` runs them all: two files at a time, the journeys last. */
export default defineConfig({
  test: {
    root,
    globalSetup: ['test/swept.ts'],
    maxWorkers: 2,
    projects: [
      project('shape', ['test/*.test.ts']),
      project('unit', ['packages/*/src/**/*.test.ts', 'client/src/**/*.test.{ts,tsx}'], {
        testTimeout: 30_000,
      }),
      project('server', ['server/src/**/*.test.ts', 'test/server/**/*.test.ts'], {
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('fuzz', ['test/fuzz/**/*.test.ts'], { testTimeout: 300_000, hookTimeout: 60_000 }),
      project('journeys', ['test/journeys/**/*.test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 120_000,
        // On a shared machine a browser may stand still for seconds; what was tried twice is marked so in the output.
        retry: process.env.CI === undefined ? 0 : 1,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
})
