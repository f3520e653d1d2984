import { parseArgs } from 'node:util'
import { type PartName, parts } from './parts.ts'
import { type Size, sizes } from './workloads/job.ts'

export type Options = { size: Size; only: PartName[]; seed: number }

const USAGE = `pnpm bench [--quick] [--only ${Object.keys(parts).join('|')}] [--seed number]`

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  })
  const seed = Number(values.seed)
  const only = values.only ?? Object.keys(parts)
  if (!only.every(isPart) || !Number.isInteger(seed)) throw new Error(USAGE)
  return { size: values.quick ? sizes.quick : sizes.full, only, seed }
}

const isPart = (name: string): name is PartName => name in parts
