import type { Target } from '../client/seat.ts'

/** How much work one run does; `--quick` only asks whether everything still runs. */
export type Size = {
  rounds: number
  kills: number
  steady: { warmUpMs: number; measureMs: number }
  flood: { warmUpMs: number; measureMs: number }
  idleSockets: number
}

export const sizes = {
  full: {
    rounds: 3,
    kills: 5,
    steady: { warmUpMs: 1_500, measureMs: 6_000 },
    flood: { warmUpMs: 1_000, measureMs: 4_000 },
    idleSockets: 200,
  },
  quick: {
    rounds: 1,
    kills: 1,
    steady: { warmUpMs: 500, measureMs: 1_000 },
    flood: { warmUpMs: 300, measureMs: 700 },
    idleSockets: 40,
  },
} satisfies Record<string, Size>

export type Job = { target: Target; size: Size; seed: number }
