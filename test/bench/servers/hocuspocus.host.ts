import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

/** The extension as its documentation shows it, over the same SQLite and the same durability that Jointly uses. */
function sqlite(file: string): Database {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)')
  const select = db.prepare('SELECT data FROM documents WHERE name = ?')
  const upsert = db.prepare(
    'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
  )
  return new Database({
    fetch: async ({ documentName }) => {
      const data = select.get(documentName)?.data
      return data instanceof Uint8Array ? data : null
    },
    store: async ({ documentName, state }) => {
      upsert.run(documentName, state)
    },
  })
}

const file = process.env.BENCH_SQLITE
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, extensions: file ? [sqlite(file)] : [] })
await server.listen()
console.log(`http://127.0.0.1:${server.address.port}`)
