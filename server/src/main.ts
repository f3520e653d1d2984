import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { type App, createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { practiceLinks } from './example.ts'
import { whenNpxEnds } from './npx.ts'
import { type FolderLock, lockFolder } from './storage/lock.ts'
import { openSqlite } from './storage/sqlite.ts'
import { NotWritten, type Storage } from './storage/storage.ts'

/** The only file that touches `process`: settings -> parts -> app -> listen -> drain. */

const ROOT = resolve(import.meta.dirname, '../..')
const CLIENT = join(ROOT, 'client')

const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const settings = (): Config => {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
  const config = readConfig(process.env)
  return 'mistakes' in config ? fail(`These settings are wrong:\n  ${config.mistakes.join('\n  ')}`) : config
}

/**
 * Builds the client where its sources have changed since it was last built. Tests that only need the server start it with
 * `--no-build`: it then serves the client that is there, if any.
 */
const buildClient = () => {
  if (process.argv.includes('--no-build')) return
  const built = spawnSync(process.execPath, [join(CLIENT, 'build.ts')], { stdio: 'inherit', cwd: CLIENT })
  if (built.status !== 0) fail('The client could not be built; nothing was started.')
}

/** Where something could not be written, what SQLite itself said of it. */
const reasonOf = (error: Error): string =>
  error instanceof NotWritten && error.cause instanceof Error ? error.cause.message : error.message

const openStorage = (dir: string): { storage: Storage; lock: FolderLock } => {
  const path = join(dir, 'jointly.db')
  try {
    const lock = lockFolder(dir)
    if (lock === null)
      return fail(
        `The data folder ${dir} is in use by another Jointly: stop that one, or set DATA_DIR to another folder.`,
      )
    return { lock, storage: openSqlite(path) }
  } catch (error) {
    return fail(`The database ${path} cannot be opened: ${reasonOf(error as Error)}. It was left as it is.`)
  }
}

const listen = ({ server }: App, { HOST, PORT }: Config): Promise<number> =>
  new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(PORT, HOST, () => {
      const address = server.address()
      listening(typeof address === 'object' && address !== null ? address.port : PORT)
    })
  })

const LISTEN_ERRORS: Record<string, string> = {
  EADDRINUSE: 'is in use: stop what uses it, or set PORT to another number',
  EACCES: 'may not be used by this account: set PORT to a number above 1023',
  EADDRNOTAVAIL: 'does not belong to this machine: set HOST to one that does',
}

const config = settings()
const log = pino({ level: config.LOG_LEVEL })
buildClient()
const { storage, lock } = openStorage(resolve(config.DATA_DIR))
const app = createApp({
  storage,
  log,
  clock: Date.now,
  publicUrl: config.PUBLIC_URL ?? null,
  openSignup: config.OPEN_SIGNUP,
  clientDir: existsSync(join(CLIENT, 'dist/index.html')) ? join(CLIENT, 'dist') : null,
})

const port = await listen(app, config).catch((error: NodeJS.ErrnoException) =>
  fail(
    `${config.HOST}:${config.PORT} ${LISTEN_ERRORS[error.code ?? ''] ?? `cannot be listened on: ${error.message}`}.`,
  ),
)
const url = config.PUBLIC_URL ?? `http://${config.HOST}:${port}`
console.log(`Jointly is running at ${url}`)
if (config.EXAMPLE)
  for (const link of await practiceLinks(app.services, url)) console.log(`  practice, ${link.label}: ${link.url}`)

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await app.drain()
  lock.release()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
whenNpxEnds(process.pid, stop)
