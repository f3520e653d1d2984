import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { setupWSConnection } from '@y/websocket-server/utils'
import type { WebSocketServer } from 'ws'

/**
 * The package's own `server.js`, line by line, but for one thing: that one prints the port it was asked for, which says
 * nothing about port 0. It keeps the package's own version of ws, which is older than ours.
 */
const ours = createRequire(import.meta.url)
const theirs = createRequire(ours.resolve('@y/websocket-server/package.json'))
const { Server }: { Server: typeof WebSocketServer } = theirs('ws')

const sockets = new Server({ noServer: true })
const server = createServer((_request, response) => response.end('okay'))

sockets.on('connection', setupWSConnection)
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, connection => sockets.emit('connection', connection, request))
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
