import { expect, test } from 'vitest'
import { setJointText } from '../edit.ts'
import { hashOfText } from '../hash.ts'
import type { Move } from '../moves.ts'
import { applyMove } from '../process.ts'
import { report } from '../report/index.ts'
import { printReport } from '../report/print.ts'
import { emptyBoard, people, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { agreementEntry } from './entry.ts'

/** What was pasted from elsewhere: tabs, a sign that turns the direction, a bell, a byte order mark, another line break. */
const PASTED = 'Cover\tof the\u202e first\u202c day\u0007\ufeff\u2028* two & "three" <teachers>'
const FIXED = 'Cover of the first day\n* two & "three" <teachers>'

const proposed = () => {
  const doc = emptyBoard()
  setJointText(doc, 'agreement', PASTED)
  const board = watchBoard(doc).view()
  const before = processAfter()
  const entry = agreementEntry({ type: 'agreement.propose' }, { process: before, board, member: people.fay })
  const stamp = { seq: before.seq + 1, at: '2026-09-02T09:00:00.000Z', by: people.fay.id, side: null }
  const process = applyMove(before, { ...entry, ...stamp } as Move)
  return report({ process, board, minutes: [], head: { joint: 1, minutes: 2, chain: 'abc' } })
}

test('[G1] the printed text gives the printed hash, whatever was pasted into it', () => {
  const told = proposed()
  expect(told.agreement).toMatchObject({ text: FIXED, hash: hashOfText(FIXED), draft: null })

  const md = printReport(told, { format: 'md', language: 'en' })
  const [, fenced = ''] = /```text\n([\s\S]*?)\n```/.exec(md) ?? []
  const html = printReport(told, { format: 'html', language: 'en' })
  const [, kept = ''] = /<p class="kept">([\s\S]*?)<\/p>/.exec(html) ?? []
  const plain = kept.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  expect([fenced, plain].map(hashOfText)).toEqual([told.agreement.hash, told.agreement.hash])
  for (const format of ['md', 'html', 'csv'] as const)
    expect(printReport(told, { format, language: 'en' })).toMatch(
      new RegExp(`${told.agreement.hash}[^]*report\\\\?\\.json`),
    )
})
