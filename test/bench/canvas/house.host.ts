import { startWorld } from '../../world.ts'
import { CLIENT } from './measure.ts'

/** The server with the built page; prints its address. */
console.log((await startWorld({ clientDir: CLIENT })).url)
