import { ask } from './ask.ts'
import { canvas, keystroke, rounds } from './canvas/part.ts'
import { onFreshServer } from './fresh.ts'
import { gate } from './gate.ts'
import { median, type Part, part, sum } from './part.ts'
import { loss } from './workloads/kill.ts'

export const parts = {
  canvas,
  keystroke,
  rounds,
  gate,

  steady: part({
    rounds: size => size.rounds,
    timed: true,
    measure: (peer, run) => onFreshServer(peer, ({ target }) => ask('steady', { target, ...run })),
    figures: all => [
      { label: 'steady, p50 ms', value: median(all.map(one => one.p50Ms)), digits: 2, compared: true },
      { label: 'steady, p99 ms', value: median(all.map(one => one.p99Ms)), digits: 2, compared: true },
    ],
  }),

  flood: part({
    rounds: size => size.rounds,
    timed: true,
    measure: (peer, run) => onFreshServer(peer, ({ target }) => ask('flood', { target, ...run })),
    figures: all => [
      { label: 'flood, characters/s', value: median(all.map(one => one.perSecond)), digits: 0, compared: true },
      { label: 'flood, per core second', value: median(all.map(one => one.perCoreSecond)), digits: 0, compared: true },
      { label: 'flood, server cores', value: median(all.map(one => one.serverCpu)), digits: 2, compared: false },
      { label: 'flood, load loop busy', value: median(all.map(one => one.loadBusy)), digits: 2, compared: false },
    ],
  }),

  kill: part({
    rounds: size => size.kills,
    timed: false,
    measure: (peer, run) =>
      onFreshServer(peer, async ({ target, again }) => {
        const seen = await ask('typeUntilKilled', { target, ...run })
        const lost = loss(seen, await ask('readBack', { target: await again(), ...run }))
        if (peer.keepsWhatWasSeen && lost.missing + lost.restedMissing > 0) {
          console.error(`${peer.name} lost what the watcher had seen`)
          process.exitCode = 1
        }
        return lost
      }),
    figures: all => [
      { label: 'kill -9, seen', value: sum(all.map(one => one.seen)), digits: 0, compared: false },
      { label: 'of these missing', value: sum(all.map(one => one.missing)), digits: 0, compared: false },
      { label: 'of rested ones missing', value: sum(all.map(one => one.restedMissing)), digits: 0, compared: false },
    ],
  }),

  memory: part({
    rounds: size => size.rounds,
    timed: false,
    measure: (peer, run) => onFreshServer(peer, ({ target }) => ask('memory', { target, ...run })),
    figures: all => [
      { label: 'memory, base MB', value: median(all.map(one => one.baseMb)), digits: 0, compared: true },
      { label: 'memory, kB per socket', value: median(all.map(one => one.perSocketKb)), digits: 0, compared: true },
    ],
  }),
} satisfies Record<string, Part>

export type PartName = keyof typeof parts
