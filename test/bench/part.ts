import type { Peer } from './servers/peer.ts'
import type { Size } from './workloads/job.ts'

type Plan = { peers: readonly Peer[]; size: Size; seed: number }

/** One line of the table for one server; `compared` lines also show the ratio to the reference. */
export type Figure = { label: string; value: number; digits: number; compared: boolean }

/** The figures of each server, by its name. */
export type Outcome = Map<string, Figure[]>

type PartOf<Result> = {
  rounds: (size: Size) => number
  /** What is timed has the machine to itself; what is only counted runs on all servers at once. */
  timed: boolean
  measure: (peer: Peer, run: { size: Size; seed: number }) => Promise<Result>
  figures: (results: Result[]) => Figure[]
}
export type Part = (plan: Plan) => Promise<Outcome>

/**
 * Servers take turns (A B C D, A B C D), because what else the machine does changes over minutes: each server meets the
 * same good and bad times. Every run starts a new server on an empty folder and a new load process.
 */
export function part<Result>({ rounds, timed, measure, figures }: PartOf<Result>): Part {
  return async ({ peers, size, seed }) => {
    const results = new Map<string, Result[]>(peers.map(({ name }) => [name, []]))
    const visit = async (peer: Peer, round: number) => {
      const result = await measure(peer, { size, seed: seed + round })
      results.get(peer.name)?.push(result)
      console.log(`  ${round + 1}  ${peer.name.padEnd(20)} ${inOneLine(figures([result]))}`)
    }
    for (let round = 0; round < rounds(size); round += 1) {
      if (timed) for (const peer of peers) await visit(peer, round)
      else await Promise.all(peers.map(peer => visit(peer, round)))
    }
    return new Map([...results].map(([name, all]) => [name, figures(all)]))
  }
}

export const inDigits = ({ value, digits }: Figure) =>
  Number.isNaN(value)
    ? '-'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

function inOneLine(figures: Figure[]): string {
  return figures.map(figure => `${figure.label} ${inDigits(figure)}`).join(' · ')
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}

export const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
