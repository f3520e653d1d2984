import { expect, test } from 'vitest'
import { linePlot } from './plot.ts'

const plotOf = (value: number, target: number) =>
  linePlot(
    { title: '', values: [{ on: '2026-01-01', value }], target: { on: '2026-02-01', value: target } },
    { width: 640, height: 220 },
  )

test('[R12] a plot has a place for every value, however close or small they are', () => {
  const pairs = [
    ...[1e8, 999_999_999_999, 1, 5e-324].flatMap(number => [
      [number, number * (1 + 1e-14)],
      [number, number * (1 + 1e-9)],
      [-number, number],
      [number, 0],
    ]),
    ...[
      [1e12, 1e12 - 0.001],
      [0, 0],
      [0, 5e-324],
    ],
  ] as [number, number][]
  for (const [value, target] of pairs) {
    const { dots, target: aim, levels } = plotOf(value, target)
    const heights = [...dots, aim, ...levels].map(({ y }) => y)
    expect(heights.every(Number.isFinite), `${value} ${target}: ${heights}`).toBe(true)
    for (const y of heights) expect(y >= 0 && y <= 220, `${value} ${target}: ${heights}`).toBe(true)
    expect(new Set(levels.map(({ label }) => label)).size, `${value} ${target}`).toBe(levels.length)
  }
})

test('[R12] levels are round steps, printed as one writes them', () => {
  expect(plotOf(0.1, 0.4).levels.map(({ label }) => label)).toEqual(['0.1', '0.2', '0.3', '0.4'])
  expect(plotOf(48, 80.5).levels.map(({ label }) => label)).toEqual(['40', '50', '60', '70', '80', '90'])
  expect(plotOf(1e8, 1e8 + 1e-6).levels.map(({ label }) => label)).toEqual(['100000000', '100000000.000001'])
})
