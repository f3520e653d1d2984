import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * [T8] Whatever a run of tests writes (databases, copies, the profiles of browsers) lies in one folder, which goes when the
 * run ends. Workers and the servers that tests start inherit its name.
 */
export default (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'jointly-test-'))
  // Another account may go through it, to the folders that are opened to it: a server is started as one that may not write.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
