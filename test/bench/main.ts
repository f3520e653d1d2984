import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform } from 'node:os'
import { readOptions } from './options.ts'
import type { Outcome } from './part.ts'
import { parts } from './parts.ts'
import { peers, reference } from './servers/peers.ts'
import { table } from './table.ts'

const { size, only, seed } = readOptions(process.argv.slice(2))
const startMs = performance.now()

const taking = peers.filter(peer => {
  const reason = peer.skip?.()
  if (reason) console.log(`${peer.name} is left out: ${reason}`)
  return !reason
})

const outcomes: Outcome[] = []
for (const name of only) {
  console.log(name)
  outcomes.push(await parts[name]({ peers: taking, size, seed }))
}

console.log(`\n${table(outcomes, reference)}\n`)
console.log(`ratios to ${reference}; rounds ${size.rounds} (medians), kills ${size.kills} (sums), seed ${seed}`)
console.log(`${versions()}\n${machine()}`)

function versions(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const named = ['@y/websocket-server', '@hocuspocus/server', '@hocuspocus/extension-database', 'yjs', 'ws']
  return named.map(name => `${name} ${manifest.dependencies[name]}`).join(', ')
}

function machine(): string {
  const load = loadavg()[0]?.toFixed(1)
  const seconds = ((performance.now() - startMs) / 1000).toFixed(0)
  const model = cpus()[0]?.model ?? 'unknown'
  return `${availableParallelism()} cpus (${model}), ${platform()}, Node ${process.version}, load ${load}, ${seconds} s`
}
