import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, INSTALL_BROWSER } from './browser.ts'

/**
 * `pnpm test`: lint, types and the build one after the other, then unit, server and fuzz (short), two files at a time, then
 * browser journeys one by one: a laptop has few cores, and the journeys look at the clock. The last line says how many
 * passed and failed.
 */

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'jointly-test-'))
const RESULTS = join(folder, 'results.json')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const run = (command: string, args: readonly string[]): boolean => {
  console.log(`\n> ${[command, ...args].join(' ')}`)
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0
}

const browser = findBrowser() ?? installBrowser()
if (browser === null) {
  console.error(`\nThe browser journeys need Chromium, and none was found. This installs it:\n  ${INSTALL_BROWSER}`)
  console.error('Another Chromium or Chrome is used when CHROMIUM names its path.')
}

function installBrowser(): string | null {
  if (process.getuid?.() !== 0) return null
  console.log('No Chromium is here; installing it from Debian.')
  run('sh', ['-c', INSTALL_BROWSER])
  return findBrowser()
}

const { types } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as { types: string }
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['biome', ['check', '--error-on-warnings', '.']],
  ...types.split(' && ').map(room => ['sh', ['-c', room]] as const),
  ['node', ['client/build.ts']],
]
const results = steps.map(([command, args]) => run(command, args))
if (browser === null) results.push(false)

run('vitest', [
  ...[
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}`,
  ],
])

type Counts = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTotalTestSuites: number
  success: boolean
}
const read = (): Counts | null => {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8')) as Counts
  } catch {
    return null // vitest itself broke; it has said why
  }
}
const counts = read()
const passed = results.filter(Boolean).length + (counts?.numPassedTests ?? 0)
// A file that does not load has no failed test of its own, and still failed.
const broken = counts === null || (!counts.success && counts.numFailedTests === 0) ? 1 : 0
const failed = results.filter(ok => !ok).length + (counts?.numFailedTests ?? 0) + broken
const skipped = counts?.numPendingTests ?? 0
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
