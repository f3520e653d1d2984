import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Rooms } from './live/rooms.ts'

/**
 * Numbers for whoever runs the server: sums over everything, naming no team, board, document, side or person, and without
 * anything of a caucus.
 */
export const createMetrics = (rooms: Rooms) => {
  const registry = new Registry()
  const registers = [registry]
  const rows = new Counter({ name: 'jointly_rows_total', help: 'Rows committed to the log', registers })
  const commits = new Histogram({
    name: 'jointly_commit_seconds',
    help: 'Duration of a group commit',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.25, 1],
    registers,
  })
  const closed = new Counter({
    name: 'jointly_sockets_closed_total',
    help: 'Sockets that the server closed, by code and reason',
    labelNames: ['code', 'reason'],
    registers,
  })
  const requests = new Histogram({
    name: 'jointly_http_seconds',
    help: 'Duration of requests by route',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers,
  })
  new Gauge({
    name: 'jointly_rooms',
    help: 'Boards that are open at the table',
    registers,
    collect() {
      this.set(rooms.counts().tables)
    },
  })
  new Gauge({
    name: 'jointly_sockets',
    help: 'Open sockets at the tables',
    registers,
    collect() {
      this.set(rooms.counts().sockets)
    },
  })
  return {
    written: (count: number, ms: number) => {
      rows.inc(count)
      commits.observe(ms / 1000)
    },
    closed: (code: number, reason: string) => closed.inc({ code, reason }),
    answered: (route: string, status: number, ms: number) => requests.observe({ route, status }, ms / 1000),
    text: () => registry.metrics(),
  }
}
