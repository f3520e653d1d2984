import { execFileSync } from 'node:child_process'
import { startServer } from '../bench/servers/process.ts'
import { freshDir } from '../world.ts'

const file = new URL('../../server/src/main.ts', import.meta.url)

/** What Node makes of the sources is kept for all servers here, or each start would cost twice the time. */
const CACHE = freshDir()
/** Written by a process that ends by itself: one that is killed writes none. */
let cached = false
const fillCache = () => {
  if (cached) return
  cached = true
  const app = new URL('app.ts', file).href
  execFileSync(process.execPath, ['-e', `import('${app}')`], { env: { ...process.env, NODE_COMPILE_CACHE: CACHE } })
}

/** The server as a process of its own on a folder and a port that it keeps from one life to the next. */
export type Child = {
  readonly url: string
  readonly dataDir: string
  /** SIGKILL, now; resolves when it is gone. */
  readonly kill: () => Promise<void>
  readonly startAgain: () => Promise<void>
  /** From now on no file of its grows beyond this (null: as large as it likes): a write then fails, as on a full disk. */
  readonly limitFiles: (bytes: number | null) => void
}

export const startChild = async (): Promise<Child> => {
  fillCache()
  const dataDir = freshDir()
  const start = (port: string) =>
    startServer({
      ...{ file, args: ['--no-build'] },
      env: {
        PORT: port,
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        EXAMPLE: 'off',
        LOG_LEVEL: 'silent',
        NODE_NO_WARNINGS: '1',
        NODE_COMPILE_CACHE: CACHE,
      },
    })
  let running = await start('0')
  const url = running.base
  return {
    url,
    dataDir,
    kill: () => running.kill(),
    startAgain: async () => {
      running = await start(new URL(url).port)
    },
    limitFiles: bytes => {
      const limit = bytes === null ? 'unlimited' : String(bytes)
      execFileSync('prlimit', ['--pid', String(running.pid), `--fsize=${limit}:unlimited`])
    },
  }
}
