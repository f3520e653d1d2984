import { readFileSync } from 'node:fs'

/** The first of somebody's ancestors that is an `npx`, or null: none is, or this system does not say. */
const npxAbove = (pid: number): number | null => {
  try {
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
    if (!(parent > 1)) return null
    return readFileSync(`/proc/${parent}/cmdline`, 'utf8').startsWith('npm exec') ? parent : npxAbove(parent)
  } catch {
    // Not Linux. There a terminal's Ctrl+C still reaches everybody.
    return null
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Calls back when the `npx` that started this process has ended. On SIGTERM npx ends its shell and itself and tells nobody
 * below, so that `npx pnpm start` would leave the server behind, holding its port.
 */
export const whenNpxEnds = (pid: number, ended: () => void): void => {
  const npx = npxAbove(pid)
  if (npx === null) return
  const watch = setInterval(() => {
    if (isAlive(npx)) return
    clearInterval(watch)
    ended()
  }, 250)
  watch.unref()
}
