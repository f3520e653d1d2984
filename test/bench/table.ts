import { type Figure, inDigits, type Outcome } from './part.ts'

const LABEL_WIDTH = 24
const COLUMN_WIDTH = 23

/** One row per figure, one column per server, the ratio to the reference behind what can be compared. */
export function table(outcomes: Outcome[], reference: string): string {
  // What is measured in a browser knows our own server alone.
  const names = [...new Set(outcomes.flatMap(outcome => [...outcome.keys()]))]
  const head = line('', names)
  const rows = outcomes.flatMap(outcome => {
    const labels =
      outcome
        .values()
        .next()
        .value?.map(({ label }) => label) ?? []
    return labels.map((label, row) =>
      line(
        label,
        names.map(name => cell(outcome, { name, row, reference })),
      ),
    )
  })
  return [head, ...rows].join('\n')
}

function cell(outcome: Outcome, { name, row, reference }: { name: string; row: number; reference: string }): string {
  const figure = outcome.get(name)?.[row]
  if (!figure) return '-'
  return inDigits(figure) + ratio(figure, outcome.get(reference)?.[row])
}

function ratio(figure: Figure, reference: Figure | undefined): string {
  if (!figure.compared || !reference) return ''
  return ` (${(figure.value / reference.value).toFixed(2)}x)`
}

const line = (label: string, cells: string[]) =>
  [label.padEnd(LABEL_WIDTH), ...cells.map(text => text.padStart(COLUMN_WIDTH))].join('').trimEnd()
