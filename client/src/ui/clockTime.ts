import type { Process } from '@jointly/board'

const SECOND_MS = 1_000

/** Whole seconds that are left on the clock at `now`, 0 when it has run out; null without a clock. */
export const secondsLeft = ({ timer }: Pick<Process, 'timer'>, now: number): number | null =>
  timer === null
    ? null
    : Math.max(0, Math.ceil((Date.parse(timer.startedAt) + timer.seconds * SECOND_MS - now) / SECOND_MS))

/** 08:15; from an hour on 1:08:15. */
export const clockFace = (seconds: number): string => {
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}
