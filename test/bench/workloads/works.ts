import { flood } from './flood.ts'
import { readBack, typeUntilKilled } from './kill.ts'
import { memory } from './memory.ts'
import { steady } from './steady.ts'

/** What the load process can be asked to do. */
export const works = { steady, flood, typeUntilKilled, readBack, memory }

export type Works = typeof works
export type WorkName = keyof Works
