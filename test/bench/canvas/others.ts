import { fork } from 'node:child_process'
import type { BoardId } from '@jointly/board'
import type { Person } from '../../world.ts'

export type Crowd = {
  readonly url: string
  readonly board: BoardId
  readonly people: readonly Person[]
  /** How many of them type and drag; the rest are there and look on. Everybody, where nothing is said. */
  readonly busy?: number
}

/** People who type and drag until they are sent home, in a process of their own: they must not take the browser's time. */
export const busyOthers = async (crowd: Crowd): Promise<() => void> => {
  const child = fork(new URL('./crowd.ts', import.meta.url))
  process.once('exit', () => child.kill('SIGKILL'))
  const busy = new Promise(resolve => child.once('message', resolve))
  child.send(crowd)
  await busy
  return () => void child.kill()
}
