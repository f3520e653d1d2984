import { expect, test } from 'vitest'
import { decimal } from './decimal.ts'
import { html } from './html.ts'
import { table } from './page.ts'
import { readable } from './readable.ts'

test('[R10] a number that a person wrote is printed in the digits that were written', () => {
  const written = [0.0000005, 0.1234567, 48, 51.5, -1e12, 1.5e-8]
  expect(written.map(decimal)).toEqual(['0.0000005', '0.1234567', '48', '51.5', '-1000000000000', '0.000000015'])
  // Nobody reads a hundred zeros.
  expect(decimal(1e-200)).toBe('1e-200')

  const rows = written.map(value => ['2026-09-01', value] as const)
  const blocks = table('Absences', ['Day', 'Value'], rows, { written: true }).map(block =>
    block.is === 'table' ? readable(block) : block,
  )
  const section = { id: 'follow-up', title: 'Follow-up', blocks }
  const page = html({ language: 'en', title: 'Report', intro: [], sides: [], sections: [section] })
  expect([...page.matchAll(/<td class="number">([^<]*)</g)].map(([, cell]) => cell)).toEqual(written.map(decimal))
})
