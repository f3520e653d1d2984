import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const START_LIMIT_MS = 20_000
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/

export type Running = { base: string; pid: number; kill: () => Promise<void> }
type Program = { file: URL; args?: readonly string[]; env?: Record<string, string> }

/** No server outlives the bench, however it ends. */
const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/** Starts a server as a process of its own, so that `kill -9` is a real one, and waits for the line with its address. */
export async function startServer({ file, args = [], env }: Program): Promise<Running> {
  const child = spawn(process.execPath, [file.pathname, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  const base = await address(child, file)
  return { base, pid: child.pid ?? 0, kill: () => kill(child) }
}

async function address(child: ChildProcess, file: URL): Promise<string> {
  let said = ''
  child.stderr?.on('data', chunk => {
    said = (said + chunk).slice(-4_000)
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const limit = setTimeout(() => reject(new Error(`${file.pathname} named no address\n${said}`)), START_LIMIT_MS)
  child.once('exit', code => reject(new Error(`${file.pathname} ended with ${code} before it listened\n${said}`)))
  // Kept reading after the address has come, so that a talkative server never blocks on a full pipe.
  if (child.stdout) {
    createInterface(child.stdout).on('line', line => {
      const found = ADDRESS.exec(line)
      if (found) resolve(found[0])
    })
  }
  return promise.finally(() => clearTimeout(limit))
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
