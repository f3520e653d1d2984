import { openCopyOf } from './storage/sqlite.ts'
import { verifyFile } from './verify.ts'

const { lines, ok } = await verifyFile(process.argv.slice(2), openCopyOf).catch((error: Error) => ({
  lines: [`The record cannot be read: ${error.message}.`],
  ok: false,
}))
for (const line of lines) console.log(line)
process.exitCode = ok ? 0 : 1
