import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freshDir } from '../world.ts'

/** The server as its own process (as another user of the machine, where one is named), started as `pnpm start` does, without building the client. */
export type Program = {
  readonly child: ChildProcess
  readonly dataDir: string
  /** What it has written so far. */
  readonly output: () => { readonly stdout: string; readonly stderr: string }
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
}

const started: ChildProcess[] = []
/** For `afterEach`: a server that a test started ends with it, however the test ends. */
export const endPrograms = (): void => {
  for (const child of started.splice(0)) child.kill()
}

export const MAIN = join(import.meta.dirname, '../../server/src/main.ts')

export const startProgram = (env: Record<string, string> = {}, as: { uid?: number; gid?: number } = {}): Program => {
  const dataDir = env.DATA_DIR ?? freshDir()
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [MAIN, '--no-build'], {
    env: { PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  started.push(child)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (text: Buffer) => {
    stdout += text
  })
  child.stderr?.on('data', (text: Buffer) => {
    stderr += text
  })
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>(resolve =>
    child.on('close', code => resolve({ code, stdout, stderr })),
  )
  return { child, dataDir, ended, output: () => ({ stdout, stderr }) }
}

/** Its address and the practice links, once it has printed all three. */
export const running = async (program: Program): Promise<{ url: string; links: Record<string, string> }> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const { stdout } = program.output()
      const url = /Jointly is running at (\S+)/.exec(stdout)?.[1]
      const links = Object.fromEntries(
        [...stdout.matchAll(/practice, (\w+): (\S+)\n/g)].map(([, label, link]) => [label, link]),
      )
      if (url !== undefined && Object.keys(links).length === 3) resolve({ url, links })
    }
    program.child.stdout?.on('data', look)
    void program.ended.then(({ code, stderr }) => reject(new Error(`it ended with ${code}: ${stderr}`)))
    look()
  })
